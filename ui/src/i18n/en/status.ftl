### Status line

status-connected = Connected to the platform
status-never = Not connected, no contact yet
status-away = Not connected, last contact
status-who = { $name }, { $post }
status-pending =
    { $count ->
        [one] { $count } saved action waits to be sent
       *[other] { $count } saved actions wait to be sent
    }
status-attention =
    { $count ->
        [one] { $count } item needs your attention
       *[other] { $count } items need your attention
    }
