delete from access_token
where agency = :agency and device = :device and expires_at <= :now;
