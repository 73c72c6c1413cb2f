-- Which action answers one that was not accepted; the newest answer stands.
create table answer (
    agency text not null,
    op blob not null,
    by_op blob not null,
    primary key (agency, op)
) strict, without rowid;
