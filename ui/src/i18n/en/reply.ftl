### Reply, decision, powers, letter

reply-kind = Kind of reply
reply-label = Reply
reply-placeholder = Say what was done, or when it will be, or what you need from them.
reply-files = Files that go with it
reply-send = Send
hints = What the check of the reply says
hint-mend = Mend it
hint-override = Send it all the same
templates = Templates

next-label = When they hear from us next
next-next-day = Next working day
next-three-days = In three working days
next-week = In five working days
next-date = Another date
next-none = No date, because…
next-date-label = Date
next-because = Reason

fact-label = A fact of this case
fact-add = Add
fact-add-one = Add a fact
fact-remove = Remove the fact
fact-done = Done
fact-when = When
fact-amount = Amount
fact-work_order = Work order
fact-quote = Their words
fact-done-words = What was done, and by whom
fact-hint = A fact counts where it stands in the text.
fact-when-words = The day
fact-amount-words = The amount
fact-work_order-words = Number of the work order
fact-quote-words = From the person's own words

proposed = Proposed
decide-remedies = What we grant
decide-remedy = A remedy
decide-above =
    { $count ->
        [one] { $count } more by approval
       *[other] { $count } more by approval
    }
decide-none = No remedy, because…
decide-because = Why there is no remedy
decide-points = An answer to each thing they asked
decide-point = Answer
decide-point-because = Why
point-granted = Yes
point-partly = In part
point-refused = No
decide-cause = Why it came to this
decide-grounds = Grounds
cause-policy = Policy
cause-system = Technical system
cause-other_unit = Another unit
cause-staff = Staff
cause-third_party = A third party
cause-person = The person
decide-letter = The letter as they will read it
decide-letter-again = Write it anew
decide-asked = { $name }, { $post }, is asked; nothing leaves before they approve.
decide-do = Grant and send
decide-request = Ask for approval

powers-limit = up to
powers-left = left today
powers-due = done
powers-above = By approval
powers-amount = Amount
powers-proof = Proof: a photo or a receipt number
powers-demanded = The agency demands an approval for every decision of this kind.
powers-none = No remedy of this kind is within your powers. Ask for approval in one step, from "Decide".
powers-by-approval = And by approval of { $post }

letter-greeting = Dear { $name },
letter-greeting-plain = Good day,
letter-about = We have looked into your case { $reference } about "{ $subject }".
letter-remedy = We have decided for you: { $name }, by { $due } at the latest.
letter-remedy-amount = We have decided for you: { $name } of { $amount }, by { $due } at the latest.
letter-none = We have decided on no remedy, because { $because }.
letter-point =
    { $because ->
        [none] - { $point }: { $outcome }.
       *[other] - { $point }: { $outcome }, because { $because }.
    }
letter-dispute = The last word is yours. If the matter is not solved, you may dispute it on the page of your case; somebody who did not decide it will look at it.
