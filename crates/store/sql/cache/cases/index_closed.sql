create index cases_closed on cases (unit, closed_us) where stage = 3;
