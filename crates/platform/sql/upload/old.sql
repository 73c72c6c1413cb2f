select device, hash from upload where agency = :agency and changed_ms < :before;
