select draft, case_id, form, text, saved_us from drafts where draft = :draft;
