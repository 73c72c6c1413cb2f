select num, band, rank_us from cases
where stage < 2 and owner = :owner and due_us < :now_us
order by band, rank_us, num limit :limit;
