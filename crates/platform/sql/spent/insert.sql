insert into spent (agency, staff, at, op, n, remedy, minor)
values (:agency, :staff, :at, :op, :n, :remedy, :minor);
