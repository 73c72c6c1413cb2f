create table drafts (
    draft blob not null primary key,
    case_id blob,
    form text not null,
    text text not null,
    saved_us integer not null,
    saves integer not null
) strict;
