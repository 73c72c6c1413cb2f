-- What changed about a person, by whom and when; the person's row is what it adds up to.
create table person_event (
    agency text not null,
    person blob not null,
    n integer not null,
    op blob not null,
    at integer not null,
    actor text not null,
    change text not null,
    primary key (agency, person, n)
) strict, without rowid;
