-- The newest first.
select device, hash, total from upload
where agency = :agency and staff = :staff
order by changed_ms desc, device, hash;
