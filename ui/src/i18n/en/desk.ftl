### My desk: rows and their reasons

desk-filters = Which cases
desk-list = Cases, the nearest due first
filter-mine = Mine
filter-overdue = Overdue
filter-unowned = Nobody's
filter-unit = Unit
filter-answered = Waiting for the person's word
filter-returned = Messages not delivered
filter-closed = Closed
desk-empty-mine = Your cases will stand here, the nearest due first. Take one from "Nobody's", or take a contact.
desk-look-unowned = Look at "Nobody's"
desk-empty-overdue = Nothing of yours is overdue.
desk-empty-unowned = Cases of the unit that nobody has taken will stand here. All are taken now.
desk-empty-unit = The unit's open cases will stand here.
desk-empty-answered = Cases that you answered will stand here until the person says solved or not solved.
desk-empty-returned = Cases with a message that did not reach the person will be listed here. There are none now.
desk-empty-closed = Cases that ended will stand here.

row-unread = New to you
row-vital = Vital service
row-flagged = For the manager's eyes
row-confidential = Confidential
row-pending = not yet agreed
row-contacts =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }

list-comma = ,{" "}
key-v = V
changes-show = Show them
changes-moved =
    { $count ->
        [one] { $count } moved
       *[other] { $count } moved
    }
changes-added =
    { $count ->
        [one] { $count } new
       *[other] { $count } new
    }
changes-gone =
    { $count ->
        [one] { $count } left
       *[other] { $count } left
    }

due-answer = Answer
due-solution = Solution
due-next_contact = Contact
due-remedy = Remedy
due-ceiling = Ceiling
late-answer = Answer late
late-solution = Solution late
late-next_contact = Contact late
late-remedy = Remedy late
late-ceiling = Ceiling passed

stage-new = New
stage-open = Open
stage-answered = Answered
stage-closed = Closed
ending-confirmed = Confirmed as solved
ending-unconfirmed = Ended unconfirmed
ending-upheld = Upheld after a dispute
ending-before_rida = Closed before Rida

holder-me = With you
holder-person = With the person
holder-handler = With a handler
holder-unit_manager = With the unit's manager
holder-approver = With the approver
holder-approver-named = With { $post } for approval
holder-sync = On its way to the platform
holder-outside = Outside the agency
holder-awaiting_word = Waiting for the person's word
holder-nobody = Over

why-hint = Stand on a case to see why it is where it is.
why-place = Place { $place }, because:
why-vital =
    { $count ->
        [one] vital service, { $count } hour earlier
       *[other] vital service, { $count } hours earlier
    }
why-people =
    { $count ->
        [one] { $count } person affected
       *[other] { $count } people affected
    }
why-repeats =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts without progress
    }
why-age =
    { $count ->
        [one] its age, { $count } minute for each day
       *[other] its age, { $count } minutes for each day
    }
why-flagged = for the manager's eyes
desk-fetching = The first cases are arriving: { $done } of { $total }. Begin with what is here.
