create unique index case_reference on case_state (agency, reference);
