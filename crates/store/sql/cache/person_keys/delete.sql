delete from person_keys where key = :key and person = :person;
