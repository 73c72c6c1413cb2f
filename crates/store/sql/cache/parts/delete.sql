delete from parts where part = :part and stem = :stem;
