update outbox set state = 'cancelled', changed_at = :changed_at
where agency = :agency and op = :op and state = 'queued';
