create table if not exists sent_letter (
    agency text not null,
    op blob not null,
    n integer not null,
    requeued integer not null,
    state text not null,
    -- Keyed hashes of what the message carried, so that it stays good in a restored database.
    code_hash blob,
    word_hash blob,
    primary key (agency, op, n, requeued)
) strict, without rowid;
