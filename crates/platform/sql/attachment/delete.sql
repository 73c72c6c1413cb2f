delete from attachment where agency = :agency and hash = :hash;
