insert into grams (rowid, text) values (:doc, :text);
