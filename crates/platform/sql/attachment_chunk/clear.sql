delete from attachment_chunk where agency = :agency and hash = :hash;
