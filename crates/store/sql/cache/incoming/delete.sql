delete from incoming where case_id = :case_id;
