insert into event (agency, seq, case_id, op, body)
values (:agency, :seq, :case_id, :op, :body);
