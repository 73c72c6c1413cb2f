insert into attachment (agency, hash, total, whole_since_ms)
values (:agency, :hash, :total, :now);
