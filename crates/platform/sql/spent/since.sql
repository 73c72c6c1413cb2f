select remedy, sum(minor) from spent
where agency = :agency and staff = :staff and at >= :since
group by remedy;
