insert into chain (agency, device, store, expected, prev, changed_at)
values (:agency, :device, :store, :expected, :prev, :changed_at)
on conflict (agency, device, store) do update set
    expected = excluded.expected,
    prev = excluded.prev,
    changed_at = excluded.changed_at;
