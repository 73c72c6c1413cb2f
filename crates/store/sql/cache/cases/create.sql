create table cases (
    num integer primary key,
    id blob not null unique,
    reference text not null,
    unit text not null,
    owner text,
    stage integer not null,
    person integer,
    band integer not null,
    rank_us integer not null,
    due_us integer,
    closed_us integer,
    touched_us integer not null,
    unread integer not null default 0,
    pending integer not null default 0,
    returned integer not null,
    line text not null
) strict;
