delete from actions
where standing = 'accepted'
    and judged_us < :before_us
    and num < (select max(num) from actions);
