select k.key
from cases as c join person_keys as k on k.person = c.person
where c.id = :id order by k.key limit 1;
