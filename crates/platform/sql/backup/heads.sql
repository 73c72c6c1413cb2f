select agency, seq from head order by agency;
