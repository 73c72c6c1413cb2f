select body from person where agency = :agency and person = :person;
