select owner, sum(n) as n from tallies where stage < 2 and owner <> '' group by owner;
