delete from refresh_token where agency = :agency and device = :device;
