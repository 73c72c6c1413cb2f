select store from chain
where agency = :agency and device = :device
order by changed_at desc
limit 1;
