delete from events where id >= :from and id < :until;
