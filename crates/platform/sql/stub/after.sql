select change, body from stub
where agency = :agency and change > :after
order by change
limit :limit;
