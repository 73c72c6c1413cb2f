-- Files that nobody attached to a case.
select hash from attachment
where agency = :agency and whole_since_ms < :before and not exists (
    select 1 from case_attachment as filed
    where filed.agency = attachment.agency and filed.hash = attachment.hash
);
