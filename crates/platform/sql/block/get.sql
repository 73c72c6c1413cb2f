select op from block
where agency = :agency and device = :device and store = :store and case_id = :case_id;
