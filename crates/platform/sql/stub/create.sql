create table stub (
    agency text not null,
    case_id blob not null,
    change integer not null,
    visible integer not null,
    body text not null,
    primary key (agency, case_id)
) strict;
