insert into grams (rowid, text) values (:num, :text);
