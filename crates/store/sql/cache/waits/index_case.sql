create index waits_case on waits (case_num);
