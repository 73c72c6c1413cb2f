### Commands and their keys

palette = Commands
palette-find = What do you want to do?
palette-none = No command of that name here.
keys-title = Keys
keys-go = Go
keys-list = List
keys-case = Case
keys-write = Writing
keys-window = Window

command-palette = Open commands
command-keys = Show the keys
command-panes = Go to the next pane
command-lock = Lock the screen
command-settings = Settings
command-go-desk = My desk
command-go-approvals = Approvals
command-go-search = Search
command-go-agreement = Agreement
command-new-contact = Take a contact
command-next = Next
command-previous = Previous
command-open = Open
command-back = Back
command-show-changes = Show what changed in the list
command-reply = Write a reply
command-note = Write an internal note
command-decide = Decide
command-powers = My powers on this case
command-same-matter = New contact on the same matter
command-assign = Assign the case
command-copy-reference = Copy the reference
command-copy-with-title = Copy the reference with the subject
command-take-back = Take the last action back
command-send = Send
command-turn-direction = Turn the direction of the text
