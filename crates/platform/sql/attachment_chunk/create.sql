create table attachment_chunk (
    agency text not null,
    hash blob not null,
    start integer not null,
    bytes blob not null,
    primary key (agency, hash, start)
) strict;
