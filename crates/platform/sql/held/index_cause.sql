create index held_cause on held (agency, cause, dev_seq);
