insert into access_token (agency, token_hash, device, staff, expires_at)
values (:agency, :token_hash, :device, :staff, :expires_at);
