insert into words (words, rowid, text) values ('delete', :doc, :text);
