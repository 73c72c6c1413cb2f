insert into stubs (id, reference, stub) values (:id, :reference, :stub)
on conflict (id) do update set reference = excluded.reference, stub = excluded.stub
returning num;
