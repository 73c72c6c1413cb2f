insert into action (
    agency, op, device, store, dev_seq, case_id, staff, kind, header, body, signature, header_hash, received_at
) values (
    :agency, :op, :device, :store, :dev_seq, :case_id, :staff, :kind, :header, :body, :signature, :header_hash, :received_at
);
