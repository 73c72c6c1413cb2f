select subject, of, why, since_us, settled_us, way from attention
where settled_us >= :since_us order by settled_us desc;
