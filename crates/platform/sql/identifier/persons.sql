select p.body from identifier i
join person p on p.agency = i.agency and p.person = i.person
where i.agency = :agency and i.kind = :kind and i.value = :value
order by i.person
limit 50;
