select expected, prev from chain
where agency = :agency and device = :device and store = :store;
