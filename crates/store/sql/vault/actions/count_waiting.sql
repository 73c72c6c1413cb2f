select count(*) from actions
where standing in ('saved', 'sent', 'held')
    and not exists (select 1 from attention where subject = op and settled_us is null);
