insert into grams (grams, rank) values (:option, :value);
