create index drafts_saves on drafts (saves);
