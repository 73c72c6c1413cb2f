select count(*) from attention where settled_us is null;
