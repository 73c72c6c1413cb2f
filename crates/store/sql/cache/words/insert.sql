insert into words (rowid, text) values (:doc, :text);
