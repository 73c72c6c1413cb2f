-- The ledger of messages to persons: queued, claimed, attempting, then handed_over, delivered,
-- uncertain or failed; or cancelled before it was sent. Codes are never in it. `runner` is the process
-- that claimed it; `attempts` counts those that certainly failed for now, `round` the times that
-- somebody sent it again after a certain failure, `requeued` the times that somebody sent it again at all.
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
    runner blob,
    attempts integer not null,
    round integer not null,
    requeued integer not null,
    fault text,
    body text not null,
    primary key (agency, op, n)
) strict;
