create table identifier (
    agency text not null,
    kind text not null,
    value text not null,
    person blob not null,
    primary key (agency, kind, value, person)
) strict, without rowid;
