delete from upload where agency = :agency and device = :device and hash = :hash;
