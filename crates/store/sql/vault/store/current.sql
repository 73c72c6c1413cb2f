select store from store order by num desc limit 1;
