select change, seq, book_version from head where agency = :agency;
