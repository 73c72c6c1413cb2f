create table if not exists sent_letter (
    agency text not null,
    op blob not null,
    n integer not null,
    requeued integer not null,
    state text not null,
    primary key (agency, op, n, requeued)
) strict, without rowid;
