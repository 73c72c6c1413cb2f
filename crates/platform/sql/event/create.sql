-- The agency's history: gapless numbers in commit order.
create table event (
    agency text not null,
    seq integer not null,
    case_id blob,
    op blob not null,
    body text not null,
    primary key (agency, seq)
) strict;
