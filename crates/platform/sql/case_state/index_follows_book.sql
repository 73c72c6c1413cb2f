create index case_follows_book on case_state (agency) where follows_book = 1;
