-- How many bytes are kept for somebody in files that nobody attached to a case.
select coalesce(sum(attachment.total), 0) from attachment_source as source
join attachment on attachment.agency = source.agency and attachment.hash = source.hash
where source.agency = :agency and source.staff = :staff and not exists (
    select 1 from case_attachment as filed
    where filed.agency = source.agency and filed.hash = source.hash
);
