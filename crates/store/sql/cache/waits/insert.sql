insert into waits (approver, limit_us, approval, case_num)
values (:approver, :limit_us, :approval, :case_num) on conflict do nothing;
