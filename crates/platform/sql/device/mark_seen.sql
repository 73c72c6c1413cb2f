update device set seen_at = :now where agency = :agency and device = :device;
