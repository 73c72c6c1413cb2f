select num, stub from stubs where id = :id;
