update device set revoked_at = :revoked_at
where agency = :agency and device = :device and revoked_at is null;
