create index docs_head on docs (event) where event & 1048575 = 0;
