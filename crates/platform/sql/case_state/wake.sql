select case_id from case_state
where agency = :agency and wake_at <= :now
order by wake_at
limit :limit;
