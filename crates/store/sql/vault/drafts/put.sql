insert into drafts (draft, case_id, form, text, saved_us)
values (:draft, :case_id, :form, :text, :saved_us)
on conflict (draft) do update
set case_id = excluded.case_id, form = excluded.form, text = excluded.text,
    saved_us = excluded.saved_us;
