create table verdict (
    agency text not null,
    op blob not null,
    header_hash blob not null,
    outcome text not null,
    verdict blob not null,
    signature blob not null,
    at integer not null,
    primary key (agency, op)
) strict;
