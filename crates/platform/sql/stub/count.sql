select count(*) from stub where agency = :agency and visible = 1;
