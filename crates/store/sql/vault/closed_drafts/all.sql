select draft, saves from closed_drafts;
