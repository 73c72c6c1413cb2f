select agency, staff, password, code from demo_account order by agency, staff;
