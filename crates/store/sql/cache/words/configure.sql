insert into words (words, rank) values (:option, :value);
