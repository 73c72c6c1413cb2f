select bytes from attachment_chunk
where agency = :agency and hash = :hash
order by start;
