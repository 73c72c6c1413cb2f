-- Keyed hashes of the codes with which persons follow their cases; never the codes.
create table case_code (
    agency text not null,
    case_id blob not null,
    code_hash blob not null,
    issued_at integer not null,
    primary key (agency, case_id, code_hash)
) strict, without rowid;
