insert into sent_letter (agency, op, n, round, state)
values (:agency, :op, :n, :round, 'attempting')
on conflict (agency, op, n, round) do update set state = 'attempting';
