select count(*) from cases where person = :person;
