select draft, case_id, form, text, saved_us from drafts
where case_id is :case_id order by saves desc;
