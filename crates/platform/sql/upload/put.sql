insert into upload (agency, device, hash, staff, total, received, changed_ms)
values (:agency, :device, :hash, :staff, :total, :received, :now)
on conflict (agency, device, hash) do update set
    staff = excluded.staff,
    total = excluded.total,
    received = excluded.received,
    changed_ms = excluded.changed_ms;
