-- News per scope key in the order of the agency's changes.
create table feed (
    agency text not null,
    scope_key text not null,
    change integer not null,
    case_id blob not null,
    what text not null,
    reason text,
    seq_first integer,
    seq_last integer not null,
    primary key (agency, scope_key, change, case_id)
) strict, without rowid;
