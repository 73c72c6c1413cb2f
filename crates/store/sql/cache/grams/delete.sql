insert into grams (grams, rowid, text) values ('delete', :doc, :text);
