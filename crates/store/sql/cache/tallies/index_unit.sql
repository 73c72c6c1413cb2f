create index tallies_unit on tallies (unit, stage, owner, n);
