create index case_person on case_state (agency, person) where person is not null;
