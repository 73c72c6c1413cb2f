-- What was granted by whom, for limits per day. Rows of actions taken back are deleted.
create table spent (
    agency text not null,
    staff text not null,
    at integer not null,
    op blob not null,
    n integer not null,
    remedy text not null,
    minor integer not null,
    primary key (agency, staff, at, op, n)
) strict, without rowid;
