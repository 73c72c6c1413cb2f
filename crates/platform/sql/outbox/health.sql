select
    (select count(*) from outbox
        where agency = :agency and state = 'queued' and not_before < :late),
    (select count(*) from outbox where agency = :agency and state = 'uncertain'),
    (select count(*) from outbox where agency = :agency and state = 'failed');
