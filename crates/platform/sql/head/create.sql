-- The agency's counters. Reading one row tells a polling desk that nothing is new.
create table head (
    agency text not null primary key,
    change integer not null,
    seq integer not null,
    book_version integer not null
) strict, without rowid;
