create unique index stub_change on stub (agency, change, case_id);
