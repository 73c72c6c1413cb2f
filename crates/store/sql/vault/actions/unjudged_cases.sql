select distinct case_id from actions indexed by actions_unjudged
where standing in ('saved', 'sent', 'held') and case_id is not null;
