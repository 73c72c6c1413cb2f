select body from event
where agency = :agency and seq > :after and seq <= :until
order by seq
limit :limit;
