pragma integrity_check(1);
