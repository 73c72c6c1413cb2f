create table attention (
    subject blob not null primary key,
    of text not null check (of in ('action', 'draft')),
    why text not null,
    since_us integer not null,
    settled_us integer,
    way text
) strict, without rowid;
