create index closed_drafts_saves on closed_drafts (saves);
