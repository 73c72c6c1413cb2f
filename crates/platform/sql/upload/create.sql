-- Files that are being sent. Each device has uploads of its own: what one claims binds no other.
create table upload (
    agency text not null,
    device blob not null,
    hash blob not null,
    staff text not null,
    total integer not null,
    received integer not null,
    changed_ms integer not null,
    primary key (agency, device, hash)
) strict, without rowid;
