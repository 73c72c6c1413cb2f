update sent_letter set state = :state
where agency = :agency and op = :op and n = :n and requeued = :requeued;
