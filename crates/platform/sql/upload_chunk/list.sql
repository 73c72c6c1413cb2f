select bytes from upload_chunk
where agency = :agency and device = :device and hash = :hash
order by start;
