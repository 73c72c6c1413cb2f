select value from meta where agency = :agency and key = :key;
