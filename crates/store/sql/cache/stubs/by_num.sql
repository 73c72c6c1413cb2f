select stub from stubs where num = :num;
