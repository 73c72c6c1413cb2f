select password, disabled_at from account where agency = :agency and staff = :staff;
