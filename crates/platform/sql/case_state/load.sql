select owner, count(*) from case_state
where agency = :agency and owner is not null and stage <> 'closed'
group by owner;
