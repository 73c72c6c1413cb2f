select count(*) from cases where returned > 0 and owner = :owner;
