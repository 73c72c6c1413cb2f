insert into used_challenge (agency, nonce_hash, expires_at)
values (:agency, :nonce_hash, :expires_at)
on conflict (agency, nonce_hash) do nothing;
