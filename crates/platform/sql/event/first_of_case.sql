select body from event indexed by event_case
where agency = :agency and case_id = :case_id and seq > :after and seq <= :until
order by seq limit :limit;
