delete from waits where case_num = :case_num;
