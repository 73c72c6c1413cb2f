-- Keyed hashes of the words sent with decisions. One use of any of them uses the decision up.
create table decision_word (
    agency text not null,
    case_id blob not null,
    decision blob not null,
    word_hash blob not null,
    issued_at integer not null,
    used_at integer,
    primary key (agency, case_id, decision, word_hash)
) strict, without rowid;
