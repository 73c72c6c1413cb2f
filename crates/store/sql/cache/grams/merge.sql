insert into grams (grams, rank) values ('merge', :pages);
