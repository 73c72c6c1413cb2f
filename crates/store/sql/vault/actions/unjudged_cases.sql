select distinct case_id from actions
where standing in ('saved', 'sent', 'held') and case_id is not null;
