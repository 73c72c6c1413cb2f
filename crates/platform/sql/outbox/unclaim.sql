update outbox set state = 'queued', changed_at = :changed_at
where agency = :agency and state = 'claimed' and runner is not :runner;
