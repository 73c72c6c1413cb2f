select op, at, actor, change from person_event
where agency = :agency and person = :person
order by n;
