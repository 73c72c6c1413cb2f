insert into attachment_source (agency, hash, staff)
values (:agency, :hash, :staff)
on conflict (agency, hash, staff) do nothing;
