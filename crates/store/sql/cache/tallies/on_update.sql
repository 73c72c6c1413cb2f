create trigger tallies_on_update after update of owner, unit, stage on cases
when old.owner is not new.owner or old.unit <> new.unit or old.stage <> new.stage begin
    update tallies set n = n - 1
    where owner = coalesce(old.owner, '') and unit = old.unit and stage = old.stage;
    insert into tallies (owner, unit, stage, n) values (coalesce(new.owner, ''), new.unit, new.stage, 1)
    on conflict (owner, unit, stage) do update set n = n + 1;
end;
