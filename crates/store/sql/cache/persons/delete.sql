delete from persons where num = :num;
