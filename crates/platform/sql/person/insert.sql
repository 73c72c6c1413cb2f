insert into person (agency, person, joined_to, body)
values (:agency, :person, null, :body);
