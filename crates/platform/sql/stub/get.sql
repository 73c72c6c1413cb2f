select body from stub where agency = :agency and case_id = :case_id;
