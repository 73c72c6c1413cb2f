create trigger tallies_on_delete after delete on cases begin
    update tallies set n = n - 1
    where owner = coalesce(old.owner, '') and unit = old.unit and stage = old.stage;
end;
