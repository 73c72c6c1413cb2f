select rowid from words where words match :match limit 1;
