select state, code_hash, word_hash from sent_letter
where agency = :agency and op = :op and n = :n and requeued = :requeued;
