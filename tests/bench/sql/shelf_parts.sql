create table parts (part text not null, stem text not null, primary key (part, stem)) strict, without rowid;
