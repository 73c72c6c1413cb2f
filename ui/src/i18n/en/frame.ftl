### The frame: places, status line, common states

rida = Rida
frame-places = Places
frame-list = List
frame-side = Beside the case
frame-list-edge = Edge of the list
frame-side-edge = Edge of the side panel
close = Close
pick-one = Choose

place-desk = My desk
place-approvals = Approvals
place-intake = Intake
place-search = Search
place-agreement = Agreement
place-settings = Settings
place-count =
    { $count ->
        [one] { $count } waits
       *[other] { $count } wait
    }

state-loading = One moment…
state-try-again = Try again

when-now = now
when-today = today { $time }
when-tomorrow = tomorrow { $time }
when-yesterday = yesterday { $time }
when-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
when-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
when-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
