insert into answer (agency, op, by_op) values (:agency, :op, :by_op)
on conflict (agency, op) do update set by_op = excluded.by_op;
