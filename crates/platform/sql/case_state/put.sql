insert into case_state (
    agency, case_id, reference, stage, unit, category, owner, person, confidential,
    next_contact, closed_at, wake_at, scope_until, follows_book, seq, body
) values (
    :agency, :case_id, :reference, :stage, :unit, :category, :owner, :person, :confidential,
    :next_contact, :closed_at, :wake_at, :scope_until, :follows_book, :seq, :body
)
on conflict (agency, case_id) do update set
    stage = excluded.stage,
    unit = excluded.unit,
    category = excluded.category,
    owner = excluded.owner,
    person = excluded.person,
    confidential = excluded.confidential,
    next_contact = excluded.next_contact,
    closed_at = excluded.closed_at,
    wake_at = excluded.wake_at,
    scope_until = excluded.scope_until,
    follows_book = excluded.follows_book,
    seq = excluded.seq,
    body = excluded.body;
