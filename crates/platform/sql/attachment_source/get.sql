select count(*) from attachment_source
where agency = :agency and hash = :hash and staff = :staff;
