select password from account where agency = :agency and staff = :staff;
