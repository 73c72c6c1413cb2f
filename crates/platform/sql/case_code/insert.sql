insert into case_code (agency, case_id, code_hash, issued_at)
values (:agency, :case_id, :code_hash, :issued_at)
on conflict do nothing;
