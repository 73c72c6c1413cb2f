create index attachment_source_staff on attachment_source (agency, staff, hash);
