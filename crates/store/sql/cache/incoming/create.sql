create table incoming (
    case_id blob not null,
    n integer not null,
    events text not null,
    primary key (case_id, n)
) strict, without rowid;
