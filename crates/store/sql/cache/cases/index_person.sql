create index cases_person on cases (person) where person is not null;
