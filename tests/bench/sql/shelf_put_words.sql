insert into words (rowid, text) values (:num, :text);
