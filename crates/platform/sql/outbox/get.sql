select op, n, case_id, decision, attempts, round, body, state from outbox where agency = :agency and op = :op and n = :n;
