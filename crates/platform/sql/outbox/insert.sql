insert into outbox
    (agency, op, n, case_id, kind, decision, not_before, state, changed_at, attempts, round, requeued, body)
values
    (:agency, :op, :n, :case_id, :kind, :decision, :not_before, 'queued', :changed_at, 0, 0, 0, :body);
