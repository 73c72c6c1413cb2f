update outbox set state = 'uncertain', changed_at = :changed_at
where agency = :agency and state in ('queued', 'claimed', 'attempting');
