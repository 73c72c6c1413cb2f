select 'action', count(*) from action
union all select 'event', count(*) from event
union all select 'case_state', count(*) from case_state
union all select 'person', count(*) from person
union all select 'outbox', count(*) from outbox
union all select 'attachment', count(*) from attachment
union all select 'account', count(*) from account;
