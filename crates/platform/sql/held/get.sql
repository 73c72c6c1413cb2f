select why from held where agency = :agency and op = :op;
