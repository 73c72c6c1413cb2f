select distinct stub from stub_keys where key >= :from and key < :until limit :limit;
