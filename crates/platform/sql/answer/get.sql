select by_op from answer where agency = :agency and op = :op;
