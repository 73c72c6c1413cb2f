delete from spent where agency = :agency and op = :op;
