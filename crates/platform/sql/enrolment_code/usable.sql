select expires_at from enrolment_code
where agency = :agency
    and staff = :staff
    and code_hash = :code_hash
    and used_at is null
    and tries_left > 0
    and (expires_at is null or expires_at > :now);
