-- The previous token stays good until the new one is used: an answer may be lost on the way.
create table refresh_token (
    agency text not null,
    device blob not null,
    current_hash blob not null,
    previous_hash blob,
    expires_at integer not null,
    primary key (agency, device)
) strict, without rowid;
