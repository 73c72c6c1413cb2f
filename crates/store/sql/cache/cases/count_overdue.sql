select count(*) from cases where stage < 2 and owner = :owner and due_us < :now_us;
