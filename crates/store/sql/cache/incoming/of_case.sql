select events from incoming where case_id = :case_id order by n;
