insert into identifier (agency, kind, value, person, added_by)
values (:agency, :kind, :value, :person, :added_by)
on conflict (agency, kind, value, person) do update set added_by = excluded.added_by;
