select num, band, rank_us from cases
where returned > 0 and owner = :owner
order by band, rank_us, num limit :limit;
