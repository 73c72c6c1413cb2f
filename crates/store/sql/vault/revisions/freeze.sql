insert into revisions (draft, n, case_id, form, text, saved_us, frozen_us)
select
    d.draft,
    coalesce((select max(r.n) from revisions as r where r.draft = d.draft), 0) + 1,
    d.case_id, d.form, d.text, d.saved_us, :frozen_us
from drafts as d
where d.draft = :draft
    and d.text is not (
        select r.text from revisions as r where r.draft = d.draft order by r.n desc limit 1
    );
