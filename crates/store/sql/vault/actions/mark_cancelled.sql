update actions set cancelled = 1 where op = :op and standing = 'saved' and cancelled = 0;
