select coalesce(sum(n), 0) from tallies where unit = :unit and stage >= :from and stage <= :until;
