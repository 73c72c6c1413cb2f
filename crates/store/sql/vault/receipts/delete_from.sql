delete from receipts
where op in (select op from actions where store = :store and dev_seq >= :dev_seq);
