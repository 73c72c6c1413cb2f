update person set body = :body where agency = :agency and person = :person;
