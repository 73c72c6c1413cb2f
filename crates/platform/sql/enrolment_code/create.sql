-- A code without an end belongs to a demo and may be used again.
create table enrolment_code (
    agency text not null,
    staff text not null,
    code_hash blob not null,
    expires_at integer,
    tries_left integer not null,
    used_at integer,
    primary key (agency, staff, code_hash)
) strict, without rowid;
