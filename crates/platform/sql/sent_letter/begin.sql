insert into sent_letter (agency, op, n, requeued, state)
values (:agency, :op, :n, :requeued, 'attempting')
on conflict (agency, op, n, requeued) do update set state = 'attempting';
