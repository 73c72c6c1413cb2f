insert into person_event (agency, person, n, op, at, actor, change)
select :agency, :person, coalesce(max(n), 0) + 1, :op, :at, :actor, :change
from person_event
where agency = :agency and person = :person;
