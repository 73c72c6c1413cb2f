insert into closed_drafts (draft, closed_us) values (:draft, :closed_us)
on conflict (draft) do update set closed_us = excluded.closed_us;
