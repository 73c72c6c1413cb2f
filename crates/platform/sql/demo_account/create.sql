-- In a store marked demo only: its passwords are made at setup and shown on purpose.
create table demo_account (
    agency text not null,
    staff text not null,
    password text not null,
    code text not null,
    primary key (agency, staff)
) strict, without rowid;
