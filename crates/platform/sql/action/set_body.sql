update action set body = :body where agency = :agency and op = :op and body is null;
