select draft, case_id, form, text, saved_us from drafts order by saves desc;
