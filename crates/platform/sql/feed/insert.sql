insert into feed (agency, scope_key, change, case_id, what, reason, seq_first, seq_last)
values (:agency, :scope_key, :change, :case_id, :what, :reason, :seq_first, :seq_last);
