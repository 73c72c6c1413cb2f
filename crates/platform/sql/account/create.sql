create table account (
    agency text not null,
    staff text not null,
    password text not null,
    changed_at integer not null,
    primary key (agency, staff)
) strict, without rowid;
