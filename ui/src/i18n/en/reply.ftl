### Reply, decision, powers, letter

reply-kind = Kind of reply
reply-label = Reply
reply-placeholder = Say what was done, or when it will be, or what you need from them.
reply-files = Files that go with it
reply-send = Send
hints = What the check of the reply says
hint-mend = Fix
hint-override = Send anyway
templates = Templates

next-label = Next update
next-next-day = Next working day
next-three-days = In three working days
next-week = In five working days
next-date = Another date
next-none = No date, because…
next-date-label = Date
next-because = Reason

reply-say = Done: «…», on «…».
found-label = Facts found in the text
found-day = Day
found-time = Time
found-duration = Duration
found-amount = Amount
found-quantity = Quantity
found-identifier = Number
found-article = Article of law
found-place = Place
found-post = Post
found-deed = What was done
found-decision = Decision
found-quote = Their words
amount-unread = Write the amount in digits, for example 180 or 180.50.

proposed = Proposed
decide-remedies = What we'll do
decide-remedy = A remedy
decide-above =
    { $count ->
        [one] { $count } more by approval
       *[other] { $count } more by approval
    }
decide-none = Nothing granted, because…
decide-because = Why nothing is granted
decide-points = An answer to each thing they asked
decide-point = Answer
decide-point-because = Why
point-granted = Yes
point-partly = Partly
point-refused = No
decide-cause = Root cause
decide-grounds = Grounds
cause-policy = Policy
cause-system = Technical system
cause-other_unit = Another unit
cause-staff = Staff
cause-third_party = A third party
cause-person = The person
decide-letter = Letter
decide-letter-again = Start over
decide-asked = { $name }, { $post }, is asked; nothing leaves before they approve.
decide-do = Grant and send
decide-send = Send the decision
decide-request = Ask for approval

powers-limit = up to
powers-left = remaining today
powers-due = by
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
