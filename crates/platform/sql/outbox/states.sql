select state, count(*) from outbox where agency = :agency group by state order by state;
