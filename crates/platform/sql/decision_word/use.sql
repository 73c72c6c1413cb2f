update decision_word set used_at = :used_at
where agency = :agency and case_id = :case_id and decision = :decision and used_at is null;
