select op, n, case_id, decision, attempts, round, requeued, body, state from outbox where agency = :agency and op = :op and n = :n;
