-- The state of every case as JSON, and the columns by which it is found.
create table case_state (
    agency text not null,
    case_id blob not null,
    reference text not null,
    stage text not null,
    unit text not null,
    category text not null,
    owner text,
    person blob,
    confidential integer not null,
    next_contact integer,
    closed_at integer,
    wake_at integer,
    scope_until integer,
    follows_book integer not null,
    seq integer not null,
    body text not null,
    primary key (agency, case_id)
) strict;
