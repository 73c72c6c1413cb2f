select count(*) from decision_word
where agency = :agency
    and case_id = :case_id
    and decision = :decision
    and word_hash = :word_hash
    and used_at is null;
