update attention set settled_us = :settled_us, way = :way
where subject = :subject and settled_us is null;
