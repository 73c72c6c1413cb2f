insert into person (agency, person, joined_to, body)
values (:agency, :person, :joined_to, :body)
on conflict (agency, person) do update set joined_to = excluded.joined_to, body = excluded.body;
