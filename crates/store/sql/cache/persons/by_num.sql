select person from persons where num = :num;
