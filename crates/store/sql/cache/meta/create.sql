create table meta (
    one integer primary key check (one = 1),
    epoch integer,
    cursor text,
    scope text not null default '[]',
    ranked_until integer
) strict;
