create index cases_unit on cases (unit, band, rank_us) where stage < 2;
