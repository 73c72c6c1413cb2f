select case_id from case_state
where agency = :agency and unit = :unit and owner is null and stage = 'new'
order by next_contact
limit :limit;
