insert into device (agency, device, staff, public_key, enrolled_at, seen_at, revoked_at)
values (:agency, :device, :staff, :public_key, :enrolled_at, :enrolled_at, null);
