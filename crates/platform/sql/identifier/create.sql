-- Which persons an identifier leads to. `added_by` names the staff member who added it later; none when
-- it came with a case.
create table identifier (
    agency text not null,
    kind text not null,
    value text not null,
    person blob not null,
    added_by text,
    primary key (agency, kind, value, person)
) strict, without rowid;
