insert into scope (agency, scope_key, case_id)
values (:agency, :scope_key, :case_id);
