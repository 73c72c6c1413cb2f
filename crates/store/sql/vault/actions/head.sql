select dev_seq, header_hash from actions where store = :store order by dev_seq desc limit 1;
