create index scope_case on scope (agency, case_id, scope_key);
