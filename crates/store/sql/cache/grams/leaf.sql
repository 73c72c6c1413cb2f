select block from grams_data where id = :id;
