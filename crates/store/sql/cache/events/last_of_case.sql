select max(id) from events where id >= :from and id < :until;
