update outbox set state = :to_state, changed_at = :changed_at, fault = :fault, body = :body
where agency = :agency and op = :op and n = :n and state = :from_state;
