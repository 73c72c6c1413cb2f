delete from enrolment_code
where agency = :agency and staff = :staff and expires_at is not null;
