delete from attention where settled_us < :before_us;
