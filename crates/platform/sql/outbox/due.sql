select op, n, case_id, decision, attempts, round, requeued, body from outbox
where agency = :agency and state = 'queued' and not_before <= :now
order by not_before, op
limit :limit;
