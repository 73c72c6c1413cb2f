select case_id from case_state
where agency = :agency and reference = :reference;
