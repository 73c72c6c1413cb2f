create index outbox_due on outbox (agency, not_before) where state = 'queued';
