select op from actions where standing in ('saved', 'sent', 'held') order by num;
