select scope_key from scope
where agency = :agency and case_id = :case_id
order by scope_key;
