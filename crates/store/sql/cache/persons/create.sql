create table persons (
    num integer primary key,
    id blob not null unique,
    name text not null,
    person text not null
) strict;
