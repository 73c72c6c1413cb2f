insert into stub_keys (key, stub) values (:key, :stub) on conflict do nothing;
