select num, 1 as band, -closed_us as rank_us from cases
where stage = 3 and unit = :unit
order by closed_us desc, num desc limit :limit;
