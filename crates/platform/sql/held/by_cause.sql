select op from held where agency = :agency and cause = :cause order by dev_seq;
