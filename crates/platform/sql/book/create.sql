create table book (
    agency text not null,
    version integer not null,
    body text not null,
    at integer not null,
    primary key (agency, version)
) strict;
