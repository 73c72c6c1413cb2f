delete from stub_keys where key = :key and stub = :stub;
