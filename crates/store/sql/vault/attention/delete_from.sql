delete from attention
where settled_us is null
    and why in ('rejected', 'moved')
    and subject in (select op from actions where store = :store and dev_seq >= :dev_seq);
