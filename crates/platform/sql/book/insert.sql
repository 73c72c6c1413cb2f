insert into book (agency, version, body, at) values (:agency, :version, :body, :at);
