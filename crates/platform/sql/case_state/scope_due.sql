select case_id from case_state
where agency = :agency and scope_until <= :now
order by scope_until
limit :limit;
