create index actions_unsent on actions (store, dev_seq) where standing in ('saved', 'sent');
