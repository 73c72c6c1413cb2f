insert into closed_drafts (draft, closed_us, saves) values (:draft, :closed_us, :saves)
on conflict (draft) do update set closed_us = excluded.closed_us, saves = excluded.saves;
