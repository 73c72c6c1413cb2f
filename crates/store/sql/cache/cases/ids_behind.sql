select num, id from cases where num > :num order by num limit :limit;
