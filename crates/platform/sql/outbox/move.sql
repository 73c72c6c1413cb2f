update outbox set state = :to_state, changed_at = :changed_at, runner = :runner
where agency = :agency and op = :op and n = :n and state = :from_state;
