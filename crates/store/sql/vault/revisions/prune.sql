delete from revisions
where frozen_us < :before_us and draft not in (select draft from drafts);
