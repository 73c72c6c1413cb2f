insert into attachment (agency, hash, total, received, whole)
values (:agency, :hash, :total, :received, :whole)
on conflict (agency, hash) do update set
    total = excluded.total,
    received = excluded.received,
    whole = excluded.whole;
