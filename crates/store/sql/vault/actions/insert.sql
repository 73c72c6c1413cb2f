insert into actions (
    op, store, dev_seq, case_id, kind, only_adds, actor, claimed_us,
    header, header_hash, body, signature, attachments
) values (
    :op, :store, :dev_seq, :case_id, :kind, :only_adds, :actor, :claimed_us,
    :header, :header_hash, :body, :signature, :attachments
);
