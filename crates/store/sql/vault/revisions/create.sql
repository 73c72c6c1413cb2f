create table revisions (
    draft blob not null,
    n integer not null,
    case_id blob,
    form text not null,
    text text not null,
    saved_us integer not null,
    frozen_us integer not null,
    primary key (draft, n)
) strict, without rowid;
