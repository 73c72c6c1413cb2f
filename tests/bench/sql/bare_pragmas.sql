pragma locking_mode = exclusive;
pragma temp_store = memory;
pragma journal_mode = wal;
pragma synchronous = full;
