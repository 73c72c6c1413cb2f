-- Actions that wait. The cause is what must happen before they are judged.
create table held (
    agency text not null,
    op blob not null,
    device blob not null,
    store blob not null,
    dev_seq integer not null,
    case_id blob,
    cause text not null,
    why text not null,
    primary key (agency, op)
) strict, without rowid;
