create table texts (num integer primary key, json text not null) strict;
