update actions set as_stub = 1 where op = :op;
