select max(doc) from docs where doc >= :from and doc < :until;
