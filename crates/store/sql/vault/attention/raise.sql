insert into attention (subject, of, why, since_us) values (:subject, :of, :why, :since_us)
on conflict (subject) do update
set why = excluded.why, since_us = excluded.since_us, settled_us = null, way = null
where attention.why <> excluded.why;
