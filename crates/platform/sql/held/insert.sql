insert into held (agency, op, device, store, dev_seq, case_id, cause, why)
values (:agency, :op, :device, :store, :dev_seq, :case_id, :cause, :why)
on conflict (agency, op) do update set cause = excluded.cause, why = excluded.why;
