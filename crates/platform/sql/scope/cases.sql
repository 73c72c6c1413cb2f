select case_id from scope
where agency = :agency and scope_key = :scope_key and case_id > :after
order by case_id
limit :limit;
