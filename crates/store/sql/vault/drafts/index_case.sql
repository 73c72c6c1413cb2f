create index drafts_case on drafts (case_id);
