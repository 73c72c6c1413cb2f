select count(*) from outbox
where agency = :agency and op = :op and state not in ('queued', 'cancelled');
