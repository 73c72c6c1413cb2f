insert into meta (one) values (1);
