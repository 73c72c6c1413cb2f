insert into account (agency, staff, password, changed_at)
values (:agency, :staff, :password, :changed_at)
on conflict (agency, staff) do update set
    password = excluded.password,
    changed_at = excluded.changed_at;
