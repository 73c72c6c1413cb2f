delete from closed_drafts where closed_us < :before_us;
