select e.body from event e
join action a on a.agency = e.agency and a.op = e.op
where e.agency = :agency
    and e.case_id = :case_id
    and e.seq > :after
    and (a.device is not :device or a.store is not :store)
order by e.seq;
