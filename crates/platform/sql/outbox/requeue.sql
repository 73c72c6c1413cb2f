update outbox set state = 'queued', changed_at = :changed_at, fault = null, attempts = 0,
    round = :round, requeued = requeued + 1, not_before = :not_before, body = :body
where agency = :agency and op = :op and n = :n and state in ('failed', 'uncertain');
