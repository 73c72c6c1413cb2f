-- Takes over the chunks of a finished upload.
insert into attachment_chunk (agency, hash, start, bytes)
select agency, hash, start, bytes from upload_chunk
where agency = :agency and device = :device and hash = :hash;
