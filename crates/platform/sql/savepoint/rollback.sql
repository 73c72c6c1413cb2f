rollback to action;
