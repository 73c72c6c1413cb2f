update actions set standing = 'rejected', held_why = null, judged_us = :judged_us where op = :op;
