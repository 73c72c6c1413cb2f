select p.person, c.line
from person_keys as k
join persons as p on p.num = k.person
join cases as c on c.person = p.num
where k.key = :key;
