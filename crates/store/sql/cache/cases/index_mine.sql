create index cases_mine on cases (owner, band, rank_us, due_us) where stage < 2;
