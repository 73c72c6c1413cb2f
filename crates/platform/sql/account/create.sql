create table account (
    agency text not null,
    staff text not null,
    password text not null,
    changed_at integer not null,
    disabled_at integer,
    primary key (agency, staff)
) strict, without rowid;
