update person set joined_to = :joined_to where agency = :agency and person = :person;
