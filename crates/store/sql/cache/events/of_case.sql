select id, doc, recorded from events where id >= :from and id < :until order by id;
