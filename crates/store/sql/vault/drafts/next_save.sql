select max(
    coalesce((select max(saves) from drafts), 0),
    coalesce((select max(saves) from closed_drafts), 0)
) + 1;
