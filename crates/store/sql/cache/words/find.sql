select rowid from words where words match :match and rowid < :before order by rowid desc limit :limit;
