update cases set unread = 0 where id = :id and unread = 1;
