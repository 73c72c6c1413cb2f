create table book (
    one integer primary key check (one = 1),
    book text not null
) strict;
