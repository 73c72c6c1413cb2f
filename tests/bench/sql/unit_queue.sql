select c.line, p.name
from cases as c left join persons as p on p.num = c.person
where c.stage < 2 and c.unit = :unit
order by c.band, c.rank_us, c.num limit 50;
