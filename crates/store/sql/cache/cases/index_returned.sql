create index cases_returned on cases (owner, unit, band, rank_us) where returned > 0;
