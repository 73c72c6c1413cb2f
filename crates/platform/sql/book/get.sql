select body from book where agency = :agency and version = :version;
