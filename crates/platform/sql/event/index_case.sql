create index event_case on event (agency, case_id, seq);
