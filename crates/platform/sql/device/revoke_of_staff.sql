update device set revoked_at = :revoked_at
where agency = :agency and staff = :staff and revoked_at is null;
