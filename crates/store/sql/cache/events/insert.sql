insert into events (id, op, n, doc, recorded) values (:id, :op, :n, :doc, :recorded);
