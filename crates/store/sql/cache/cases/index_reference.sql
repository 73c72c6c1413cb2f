create index cases_reference on cases (reference);
