create index case_wake on case_state (agency, wake_at) where wake_at is not null;
