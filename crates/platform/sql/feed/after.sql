select change, case_id, what, reason, seq_first, seq_last from feed
where agency = :agency and scope_key = :scope_key and change > :after
order by change
limit :limit;
