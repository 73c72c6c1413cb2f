insert into book (one, book) values (1, :book)
on conflict (one) do update set book = excluded.book;
