create table stub_keys (
    key integer not null,
    stub integer not null,
    primary key (key, stub)
) strict, without rowid;
