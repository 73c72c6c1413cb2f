create table upload_chunk (
    agency text not null,
    device blob not null,
    hash blob not null,
    start integer not null,
    bytes blob not null,
    primary key (agency, device, hash, start)
) strict;
