select case_id from case_state where agency = :agency and follows_book = 1;
