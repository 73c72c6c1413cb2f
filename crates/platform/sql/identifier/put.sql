insert into identifier (agency, kind, value, person)
values (:agency, :kind, :value, :person)
on conflict (agency, kind, value, person) do nothing;
