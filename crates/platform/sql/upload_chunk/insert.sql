insert into upload_chunk (agency, device, hash, start, bytes)
values (:agency, :device, :hash, :start, :bytes);
