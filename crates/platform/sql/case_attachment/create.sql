create table case_attachment (
    agency text not null,
    hash blob not null,
    case_id blob not null,
    primary key (agency, hash, case_id)
) strict, without rowid;
