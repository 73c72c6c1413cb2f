select count(*) from scope where agency = :agency and scope_key = :scope_key;
