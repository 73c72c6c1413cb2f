select id from cases where pending > 0;
