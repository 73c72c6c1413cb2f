select rowid from grams where grams match :match and rowid < :before order by rowid desc limit :limit;
