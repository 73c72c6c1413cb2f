insert into stub (agency, case_id, change, visible, body)
values (:agency, :case_id, :change, :visible, :body)
on conflict (agency, case_id) do update set
    change = excluded.change,
    visible = excluded.visible,
    body = excluded.body
where stub.body <> excluded.body;
