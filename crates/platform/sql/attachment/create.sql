create table attachment (
    agency text not null,
    hash blob not null,
    total integer not null,
    received integer not null,
    whole integer not null,
    primary key (agency, hash)
) strict, without rowid;
