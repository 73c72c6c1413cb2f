update outbox set state = 'queued', changed_at = :changed_at, fault = null, attempts = 0,
    round = :round, not_before = :not_before, body = :body
where agency = :agency and op = :op and n = :n and state in ('failed', 'uncertain');
