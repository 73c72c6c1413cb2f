release part;
