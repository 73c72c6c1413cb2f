create table ledger (num integer primary key, bytes blob not null) strict;
