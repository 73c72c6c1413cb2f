select remedy, sum(coalesce(amount_minor, 0)) as minor from grants
where staff = :staff and granted_us >= :since_us group by remedy;
