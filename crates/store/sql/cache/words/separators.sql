select segid, term, pgno from words_idx;
