create index case_owner on case_state (agency, owner) where stage <> 'closed';
