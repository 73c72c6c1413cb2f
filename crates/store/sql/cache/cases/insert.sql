insert into cases (
    id, reference, unit, owner, stage, person, band, rank_us, due_us, closed_us, touched_us,
    unread, pending, returned, line
) values (
    :id, :reference, :unit, :owner, :stage, :person, :band, :rank_us, :due_us, :closed_us,
    :touched_us, :unread, :pending, :returned, :line
);
