-- What the store itself must know; agency '' stands for the whole store.
create table meta (
    agency text not null,
    key text not null,
    value blob not null,
    primary key (agency, key)
) strict, without rowid;
