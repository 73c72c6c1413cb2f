create table closed_drafts (
    draft blob not null primary key,
    closed_us integer not null,
    saves integer not null
) strict, without rowid;
