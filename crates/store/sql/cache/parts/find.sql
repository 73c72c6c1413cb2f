select part, stem from parts where part >= :from and part < :until limit :limit;
