create index cases_pending on cases (num) where pending > 0;
