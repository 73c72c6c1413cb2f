select w.approval, c.id from waits as w join cases as c on c.num = w.case_num
where w.approver = :approver order by w.limit_us;
