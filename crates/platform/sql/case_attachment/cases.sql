select case_id from case_attachment where agency = :agency and hash = :hash;
