insert into words (words, rank) values ('merge', :pages);
