delete from used_challenge where agency = :agency and expires_at <= :now;
