select op, n, case_id, decision, attempts, round, requeued, body from outbox
where agency = :agency and state = 'attempting' and runner is not :runner
order by op, n
limit :limit;
