select
    num, op, store, dev_seq, case_id, kind, only_adds, actor, claimed_us, header, header_hash, body,
    signature, attachments, standing, held_why, judged_us, cancelled, as_stub
from actions indexed by actions_unsent
where standing in ('saved', 'sent') and store = :store and dev_seq >= :dev_seq
order by dev_seq limit :limit;
