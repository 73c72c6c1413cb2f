create table chain (
    agency text not null,
    device blob not null,
    store blob not null,
    expected integer not null,
    prev blob not null,
    changed_at integer not null,
    primary key (agency, device, store)
) strict, without rowid;
