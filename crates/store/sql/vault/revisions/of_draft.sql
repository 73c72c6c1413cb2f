select draft, case_id, form, text, saved_us from revisions where draft = :draft order by n desc;
