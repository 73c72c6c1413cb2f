create index action_chain on action (agency, device, store, dev_seq) where device is not null;
