update sent_letter set
    state = :state,
    code_hash = coalesce(:code_hash, code_hash),
    word_hash = coalesce(:word_hash, word_hash)
where agency = :agency and op = :op and n = :n and requeued = :requeued;
