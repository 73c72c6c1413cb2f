insert into decision_word (agency, case_id, decision, word_hash, issued_at, used_at)
values (:agency, :case_id, :decision, :word_hash, :issued_at, null)
on conflict do nothing;
