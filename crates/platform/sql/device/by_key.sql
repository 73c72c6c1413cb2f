select device from device
where agency = :agency and staff = :staff and public_key = :public_key and revoked_at is null;
