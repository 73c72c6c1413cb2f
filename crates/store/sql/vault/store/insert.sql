insert into store (store) values (:store);
