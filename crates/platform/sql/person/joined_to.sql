select joined_to from person where agency = :agency and person = :person;
