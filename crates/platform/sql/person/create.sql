create table person (
    agency text not null,
    person blob not null,
    joined_to blob,
    body text not null,
    primary key (agency, person)
) strict;
