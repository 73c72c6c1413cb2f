-- Challenges that were answered: each is good once. They are forgotten when they have expired.
create table used_challenge (
    agency text not null,
    nonce_hash blob not null,
    expires_at integer not null,
    primary key (agency, nonce_hash)
) strict, without rowid;
