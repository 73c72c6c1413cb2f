create table store (
    num integer primary key,
    store blob not null unique
) strict;
