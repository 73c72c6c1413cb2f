select draft, closed_us from closed_drafts;
