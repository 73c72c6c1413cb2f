-- The ledger of texts that leave the house: queued, claimed, attempting, then one of
-- handed_over, uncertain, failed; or cancelled before it left. Codes are never in it.
create table outbox (
    agency text not null,
    op blob not null,
    n integer not null,
    case_id blob not null,
    kind text not null,
    decision blob,
    not_before integer not null,
    state text not null,
    changed_at integer not null,
    body text not null,
    primary key (agency, op, n)
) strict;
