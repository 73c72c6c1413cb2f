select store from store order by num;
