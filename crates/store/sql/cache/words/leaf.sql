select block from words_data where id = :id;
