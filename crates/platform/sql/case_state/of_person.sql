select case_id from case_state
where agency = :agency and person = :person
order by case_id;
