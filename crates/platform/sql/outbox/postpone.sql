update outbox set state = 'queued', changed_at = :changed_at, fault = :fault,
    attempts = attempts + 1, not_before = :not_before
where agency = :agency and op = :op and n = :n and state = 'attempting';
