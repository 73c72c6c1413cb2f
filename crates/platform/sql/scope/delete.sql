delete from scope
where agency = :agency and scope_key = :scope_key and case_id = :case_id;
