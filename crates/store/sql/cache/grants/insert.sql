insert into grants (event, case_num, staff, remedy, category, amount_minor, granted_us)
values (:event, :case_num, :staff, :remedy, :category, :amount_minor, :granted_us);
