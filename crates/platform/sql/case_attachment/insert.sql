insert into case_attachment (agency, hash, case_id)
values (:agency, :hash, :case_id)
on conflict (agency, hash, case_id) do nothing;
