create table tallies (
    owner text not null,
    unit text not null,
    stage integer not null,
    n integer not null,
    primary key (owner, unit, stage)
) strict, without rowid;
