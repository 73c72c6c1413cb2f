delete from cases where num = :num;
