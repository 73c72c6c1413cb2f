insert into demo_account (agency, staff, password, code)
values (:agency, :staff, :password, :code)
on conflict (agency, staff) do update set password = excluded.password, code = excluded.code;
