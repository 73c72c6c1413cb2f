delete from access_token where agency = :agency and staff = :staff;
