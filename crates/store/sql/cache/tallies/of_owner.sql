select coalesce(sum(n), 0) from tallies where owner = :owner and stage >= :from and stage <= :until;
