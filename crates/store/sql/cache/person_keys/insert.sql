insert into person_keys (key, person) values (:key, :person) on conflict do nothing;
