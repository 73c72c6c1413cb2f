update enrolment_code set used_at = :now
where agency = :agency and staff = :staff and code_hash = :code_hash and expires_at is not null;
