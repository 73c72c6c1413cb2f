select count(*) from cases where returned > 0 and owner is null and unit = :unit;
