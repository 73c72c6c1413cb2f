insert into parts (part, stem) values (:part, :stem) on conflict do nothing;
