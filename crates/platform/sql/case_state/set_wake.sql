update case_state set wake_at = :wake_at
where agency = :agency and case_id = :case_id;
