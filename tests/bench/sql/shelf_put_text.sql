insert into texts (num, json) values (:num, :json);
