select num, person, unread, pending from cases where id = :id;
