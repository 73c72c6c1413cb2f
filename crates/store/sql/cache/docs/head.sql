select doc from docs where event = :event and event & 1048575 = 0;
