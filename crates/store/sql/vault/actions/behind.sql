select count(*) from actions
where case_id = :case_id
    and num > :num
    and only_adds = 0
    and standing in ('saved', 'sent', 'held');
