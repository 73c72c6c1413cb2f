create table person_keys (
    key integer not null,
    person integer not null,
    primary key (key, person)
) strict, without rowid;
