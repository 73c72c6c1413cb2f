delete from refresh_token
where agency = :agency
    and device in (select device from device where agency = :agency and staff = :staff);
