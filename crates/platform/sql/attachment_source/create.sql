-- Who sent all bytes of a file, and so has shown that they hold it.
create table attachment_source (
    agency text not null,
    hash blob not null,
    staff text not null,
    primary key (agency, hash, staff)
) strict, without rowid;
