select body from case_state where agency = :agency and case_id = :case_id;
