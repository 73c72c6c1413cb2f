select staff, public_key, revoked_at from device
where agency = :agency and device = :device;
