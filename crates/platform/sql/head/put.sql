insert into head (agency, change, seq, book_version)
values (:agency, :change, :seq, :book_version)
on conflict (agency) do update set
    change = excluded.change,
    seq = excluded.seq,
    book_version = excluded.book_version;
