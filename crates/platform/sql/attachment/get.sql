select total from attachment where agency = :agency and hash = :hash;
