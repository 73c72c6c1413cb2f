select e.recorded
from cases as c join events as e on e.id >= c.num << 20 and e.id < (c.num + 1) << 20
where c.id = :id order by e.id;
