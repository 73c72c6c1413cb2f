update enrolment_code set tries_left = tries_left - 1
where agency = :agency
    and staff = :staff
    and used_at is null
    and tries_left > 0
    and expires_at is not null;
