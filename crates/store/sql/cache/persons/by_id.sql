select num, name, person from persons where id = :id;
