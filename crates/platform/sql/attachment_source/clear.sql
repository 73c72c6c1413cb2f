delete from attachment_source where agency = :agency and hash = :hash;
