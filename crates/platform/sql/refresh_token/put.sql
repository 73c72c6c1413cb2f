insert into refresh_token (agency, device, current_hash, previous_hash, expires_at)
values (:agency, :device, :current_hash, :previous_hash, :expires_at)
on conflict (agency, device) do update set
    current_hash = excluded.current_hash,
    previous_hash = excluded.previous_hash,
    expires_at = excluded.expires_at;
