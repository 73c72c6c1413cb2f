create index spent_op on spent (agency, op);
