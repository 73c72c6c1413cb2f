create index cases_answered on cases (owner, band, rank_us) where stage = 2;
