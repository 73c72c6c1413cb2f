insert into words (words, rank) values ('automerge', 0), ('hashsize', 16777216);
