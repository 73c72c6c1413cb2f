select body from event
where agency = :agency and case_id = :case_id and seq > :after and seq <= :until
order by seq;
