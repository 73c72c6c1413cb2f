create index grants_staff on grants (staff, granted_us);
