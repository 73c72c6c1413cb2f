select recorded from events where id = :id;
