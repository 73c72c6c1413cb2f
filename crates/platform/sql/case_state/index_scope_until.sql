create index case_scope_until on case_state (agency, scope_until) where scope_until is not null;
