select header, body, signature from action
where agency = :agency and device = :device and device is not null and store = :store and dev_seq > :after
order by dev_seq limit :limit;
