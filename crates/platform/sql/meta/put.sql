insert into meta (agency, key, value) values (:agency, :key, :value)
on conflict (agency, key) do update set value = excluded.value;
