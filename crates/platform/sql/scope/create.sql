-- Which cases stand under which scope key now.
create table scope (
    agency text not null,
    scope_key text not null,
    case_id blob not null,
    primary key (agency, scope_key, case_id)
) strict, without rowid;
