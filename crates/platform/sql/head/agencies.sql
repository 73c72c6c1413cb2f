select agency from head order by agency;
