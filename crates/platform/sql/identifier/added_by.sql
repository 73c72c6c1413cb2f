select added_by from identifier
where agency = :agency and kind = :kind and value = :value and person = :person;
