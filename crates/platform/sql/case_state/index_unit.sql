create index case_unit on case_state (agency, unit, stage);
