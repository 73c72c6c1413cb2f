insert into persons (id, name, person) values (:id, :name, :person);
