insert into session (one, session) values (1, :session)
on conflict (one) do update set session = excluded.session;
