create table receipts (
    op blob not null primary key,
    verdict blob not null,
    signature blob not null,
    received_us integer not null
) strict, without rowid;
