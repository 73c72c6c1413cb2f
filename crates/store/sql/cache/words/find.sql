select w.rowid as doc, d.event
from words as w join docs as d on d.doc = w.rowid
where w.words match :match and w.rowid < :before
order by w.rowid desc limit :limit;
