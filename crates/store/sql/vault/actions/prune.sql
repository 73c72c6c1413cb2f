delete from actions
where num in (
    select num from actions
    where standing = 'accepted'
        and judged_us < :before_us
        and num < (select max(num) from actions)
    order by num limit :limit
);
