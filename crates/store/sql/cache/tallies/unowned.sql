select coalesce(sum(n), 0) from tallies where unit = :unit and stage < 2 and owner = '';
