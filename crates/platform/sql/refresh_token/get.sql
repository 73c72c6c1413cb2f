select current_hash, previous_hash, expires_at from refresh_token
where agency = :agency and device = :device;
