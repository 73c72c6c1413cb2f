insert into ledger (bytes) values (:bytes);
