insert into docs (doc, event) values (:doc, :event);
