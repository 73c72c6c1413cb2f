insert into enrolment_code (agency, staff, code_hash, expires_at, tries_left, used_at)
values (:agency, :staff, :code_hash, :expires_at, :tries_left, null)
on conflict (agency, staff, code_hash) do nothing;
