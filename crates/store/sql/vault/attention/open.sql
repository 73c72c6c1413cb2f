select subject, of, why, since_us from attention
where settled_us is null order by since_us desc limit :limit;
