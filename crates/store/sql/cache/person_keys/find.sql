select distinct person from person_keys where key >= :from and key < :until limit :limit;
