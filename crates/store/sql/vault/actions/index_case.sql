create index actions_case on actions (case_id, num);
