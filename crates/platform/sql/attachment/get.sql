select total, received, whole from attachment where agency = :agency and hash = :hash;
