create table docs (
    doc integer primary key,
    event integer not null
) strict;
