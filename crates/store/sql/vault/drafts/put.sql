insert into drafts (draft, case_id, form, text, saved_us, saves)
values (:draft, :case_id, :form, :text, :saved_us, :saves)
on conflict (draft) do update
set case_id = excluded.case_id, form = excluded.form, text = excluded.text,
    saved_us = excluded.saved_us, saves = excluded.saves;
