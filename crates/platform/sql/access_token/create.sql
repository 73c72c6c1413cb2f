create table access_token (
    agency text not null,
    token_hash blob not null,
    device blob not null,
    staff text not null,
    expires_at integer not null,
    primary key (agency, token_hash)
) strict, without rowid;
