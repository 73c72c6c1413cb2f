create index outbox_state on outbox (agency, state);
