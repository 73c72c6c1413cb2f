create trigger tallies_on_insert after insert on cases begin
    insert into tallies (owner, unit, stage, n) values (coalesce(new.owner, ''), new.unit, new.stage, 1)
    on conflict (owner, unit, stage) do update set n = n + 1;
end;
