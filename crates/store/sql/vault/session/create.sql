create table session (
    one integer primary key check (one = 1),
    session text not null
) strict;
