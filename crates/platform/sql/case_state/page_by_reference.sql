select case_id, closed_at from case_state
where agency = :agency and reference = :reference;
