select op, n, case_id, kind, state, fault, attempts, changed_at, body from outbox
where agency = :agency and state = :state
order by changed_at, op, n
limit :limit;
