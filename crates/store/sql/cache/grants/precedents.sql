select g.amount_minor, g.granted_us, c.num, c.unread, c.pending, c.line, p.name as person_name
from grants as g
join cases as c on c.num = g.case_num
left join persons as p on p.num = c.person
where g.remedy = :remedy and g.category = :category
order by g.granted_us desc limit :limit;
