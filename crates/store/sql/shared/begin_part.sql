savepoint part;
