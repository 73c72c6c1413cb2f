update persons set name = :name, person = :person where num = :num;
