update cases set
    reference = :reference, unit = :unit, owner = :owner, stage = :stage, person = :person,
    band = :band, rank_us = :rank_us, due_us = :due_us, closed_us = :closed_us,
    touched_us = :touched_us, unread = :unread, pending = :pending,
    returned = :returned, line = :line
where id = :id;
