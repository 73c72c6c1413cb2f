delete from events where id = :id;
