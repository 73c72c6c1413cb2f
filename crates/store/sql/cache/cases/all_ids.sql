select id from cases where num > :after order by num limit :limit;
