-- The action of a chain that was not accepted and not answered yet, per case: later ones wait.
create table block (
    agency text not null,
    device blob not null,
    store blob not null,
    case_id blob not null,
    op blob not null,
    primary key (agency, device, store, case_id)
) strict, without rowid;
