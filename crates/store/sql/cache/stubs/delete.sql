delete from stubs where num = :num;
