insert into incoming (case_id, n, events)
select :case_id, coalesce(max(n), 0) + 1, :events from incoming where case_id = :case_id;
