select c.line
from (select rowid as doc from words where words match :match order by rowid desc limit 50) as w
join docs as d on d.doc = w.doc
join cases as c on c.num = d.event >> 20;
