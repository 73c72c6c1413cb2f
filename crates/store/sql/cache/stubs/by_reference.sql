select num from stubs where reference >= :from and reference < :until order by reference limit :limit;
