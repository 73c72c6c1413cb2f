select outcome, verdict, signature from verdict where agency = :agency and op = :op;
