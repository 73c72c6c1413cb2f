select num, band, rank_us from cases
where stage < 2 and owner is null and unit = :unit
order by band, rank_us, num limit :limit;
