create table actions (
    num integer primary key,
    op blob not null unique,
    store blob not null,
    dev_seq integer not null,
    case_id blob,
    kind text not null,
    only_adds integer not null,
    actor text not null,
    claimed_us integer not null,
    header blob not null,
    header_hash blob not null,
    body blob not null,
    signature blob not null,
    attachments text not null,
    standing text not null default 'saved' check (
        standing in ('saved', 'sent', 'held', 'accepted', 'rejected', 'needs_confirmation')
    ),
    held_why text,
    judged_us integer,
    cancelled integer not null default 0,
    as_stub integer not null default 0,
    unique (store, dev_seq)
) strict;
