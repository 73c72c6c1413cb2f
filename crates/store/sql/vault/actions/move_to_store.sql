update actions
set store = :store, dev_seq = :dev_seq, header = :header, header_hash = :header_hash,
    signature = :signature, standing = 'saved', held_why = null
where op = :op;
