select
    num, op, store, dev_seq, case_id, kind, only_adds, actor, claimed_us, header, header_hash, body,
    signature, attachments, standing, held_why, judged_us, cancelled, as_stub
from actions
where standing in ('saved', 'sent', 'held')
    and not exists (select 1 from attention where subject = op and settled_us is null)
order by num limit :limit;
