delete from actions
where standing in ('rejected', 'needs_confirmation')
    and num < (select max(num) from actions)
    and op in (select subject from attention where settled_us < :before_us);
