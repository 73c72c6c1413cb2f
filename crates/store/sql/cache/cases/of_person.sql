select c.num, c.unread, c.pending, c.line, p.name as person_name
from cases as c left join persons as p on p.num = c.person
where c.person = :person order by c.stage = 3, c.touched_us desc limit :limit;
