select segid, term, pgno from grams_idx;
