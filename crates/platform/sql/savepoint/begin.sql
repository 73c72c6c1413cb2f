savepoint action;
