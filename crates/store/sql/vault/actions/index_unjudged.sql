create index actions_unjudged on actions (num) where standing in ('saved', 'sent', 'held');
