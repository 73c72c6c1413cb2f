insert into attachment_chunk (agency, hash, start, bytes)
values (:agency, :hash, :start, :bytes);
