create table device (
    agency text not null,
    device blob not null,
    staff text not null,
    public_key blob not null,
    enrolled_at integer not null,
    seen_at integer not null,
    revoked_at integer,
    primary key (agency, device)
) strict, without rowid;
