-- Files whose bytes gave their hash. What is still being sent stands in upload.
create table attachment (
    agency text not null,
    hash blob not null,
    total integer not null,
    whole_since_ms integer not null,
    primary key (agency, hash)
) strict, without rowid;
