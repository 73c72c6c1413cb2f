-- The exact bytes that were signed, never written again. The platform's own actions have no
-- device, no header and no signature.
create table action (
    agency text not null,
    op blob not null,
    device blob,
    store blob,
    dev_seq integer,
    case_id blob,
    staff text,
    kind text not null,
    header blob,
    body blob,
    signature blob,
    header_hash blob not null,
    received_at integer not null,
    primary key (agency, op)
) strict;
