select count(*) from case_code
where agency = :agency and case_id = :case_id and code_hash = :code_hash;
