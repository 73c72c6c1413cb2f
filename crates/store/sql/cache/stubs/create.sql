create table stubs (
    num integer primary key,
    id blob not null unique,
    reference text not null,
    stub text not null
) strict;
