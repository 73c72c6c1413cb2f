update actions set standing = :standing, held_why = null, judged_us = :judged_us where op = :op;
