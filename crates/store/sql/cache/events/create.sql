create table events (
    id integer primary key,
    op blob not null,
    n integer not null,
    doc integer,
    recorded text not null
) strict;
