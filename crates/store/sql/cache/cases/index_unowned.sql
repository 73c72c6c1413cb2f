create index cases_unowned on cases (unit, band, rank_us) where stage < 2 and owner is null;
