insert into block (agency, device, store, case_id, op)
values (:agency, :device, :store, :case_id, :op)
on conflict (agency, device, store, case_id) do update set op = excluded.op;
