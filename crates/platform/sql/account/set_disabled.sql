update account set disabled_at = :disabled_at
where agency = :agency and staff = :staff;
