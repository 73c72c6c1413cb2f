### The person's page

other-language = العربية
skip = Skip to the content
accessibility = Accessibility
leave = Close this page

## The door

enter-title = Follow your case
enter-lead = Type the reference of your case and the code from any message that we sent you about it.
enter-reference = Reference
enter-reference-hint = Two letters, then eight letters and digits, for example
enter-code = Code
enter-code-hint = Twenty letters and digits. Capital or small, with or without dashes.
enter-open = Open my case
enter-wrong = This did not open a case. The reference and the code do not belong together, or the page of this case is closed. Compare both with the message that we sent you, then try again.
enter-lost = Every message from us about your case holds a code, and each of them opens it. Our staff can't see your codes and will never ask you for one.

## What went wrong

wrong-title = Please check this
wrong-stale = This page stood open for too long, so nothing was sent. What you wrote is still here. Please send it again.
wrong-ended = For your safety this page closed itself after a while. Nothing was lost. Please open your case again.
ended-typed = What you wrote; nothing of it was sent. Copy it, open your case again and send it there.
wrong-word = This is not the word of this decision. It stands in the message that brought the decision, and it is another than the code of this page.
wrong-choice = Please choose: solved or not solved.
wrong-missing = Please say what is missing, so that nobody has to ask you.
wrong-empty = Please write your message first.
wrong-long = { $chars_max ->
    [one] This text is too long: up to one character fits.
   *[other] This text is too long: up to { $chars_max } characters fit.
}
wrong-refused = This can't be taken now: the case has moved on since you opened the page. What stands below is how it is now.
wrong-failed-title = This did not work
wrong-failed = The fault is ours, and nothing of yours was lost. Please try again in a few minutes.
wrong-failed-back = Back to the start

## The case

case-title = Your case
case-reference = Reference
case-opened = With us since
case-kind = { $kind ->
    [complaint] Complaint
    [inquiry] Inquiry
    [suggestion] Suggestion
    [concern] Concern
    [request] Request
   *[fault_report] Fault report
}
case-stage = { $stage ->
    [new] We have it. Nobody has taken it on yet.
    [open] It is being worked on.
    [answered] A decision is here. Whether it is solved is for you to say.
    [reopened] You said that it is not solved. It is being worked on again.
    [confirmed] Over: you said that it is solved.
    [heard] Closed: our staff recorded that you said it is solved. If this is not so, tell us below.
    [unconfirmed] Closed without your word: we asked and heard nothing. You can still answer below.
    [upheld] Over: an independent reviewer looked at it again and upheld the decision.
   *[before_rida] Over: it ended before we kept cases here.
}
case-with = Now with
case-with-since = since { $when }

next-title = When you hear from us next
next-at = { $when } at the latest
next-overdue = { $when }: this date has passed. You are owed an answer, and it stands first on the desk.
next-remind = If we hear nothing, we ask you again by { $when }
next-none = No date can be given now, because: { $because }

asked-title = What you asked
asked-form = There are no words of your own with this case. The form said:
asked-points = What you asked for
point-outcome = { $outcome ->
    [granted] Granted
    [partly] Granted in part
   *[refused] Not granted
}

decision-title = The decision
decision-by = Decided by { $post }
decision-approved = Approved by { $post }
decision-none = Nothing was granted, because:
decision-standard = What you are entitled to
decision-rights = If you do not agree, say “not solved” below. The case is then opened again at once.
review-title = What the independent reviewer said

promises-title = What was promised
promise-what = Promise
promise-due = By when
promise-state = Where it stands
promise-is = { $state ->
    [granted] Promised
    [ordered] Ordered
    [done] Done
    [failed] Not done
   *[late] Late
}

hours-title = Who held your case, and for how long
hours-lead = Every hour of a case belongs to somebody. Together they are the whole time.
hours-who = Held by
hours-long = For
hours-total = In all
holder-you = You: we had asked you something
holder-word = You: we are waiting for your word
holder-sync = On its way from an office without a network
holder-outside = Somebody outside the agency
holder-closed = Nobody: the case was closed
holder-staff = A member of staff
holder-now = now

talk-title = Letters and messages
talk-ours = { $kind ->
    [acknowledgement] From us: we have it
    [question] From us: a question to you
    [progress] From us: what happened since
    [decision] From us: the decision
    [remedy_done] From us: done as promised
   *[deflection] From us
}
talk-yours = From you
talk-solved = From you: solved
talk-not-solved = From you: not solved

## Is it solved?

solved-title = Is it solved?
solved-lead = Only you can say so. If you say nothing, it never counts as satisfied.
solved-choice = Your answer
solved-yes = Solved
solved-no = Not solved
solved-pending = Something promised is still to come. You may wait for it, or answer now.
solved-text = In your own words
solved-text-hint = If it is not solved, say what is missing.
solved-word = The word of this decision
solved-word-hint = Twenty letters and digits from the message that brought the decision. It is another than the code of this page.
solved-send = Send my answer

## A message

message-title = Write to us
message-answered-lead = Your message goes to whoever holds your case. We stop reminding you until you have an answer.
message-lead = Your message goes to whoever holds your case. You need not say again who you are or what it is about.
message-text = Your message
message-send = Send the message
message-over = This case is over. If the matter comes back, tell us, and name this reference: nobody will ask you the rest again.

## The receipt

receipt-title = We have your answer
receipt-solved = You said that it is solved. Thank you for telling us. The case is over.
receipt-not-solved = You said that it is not solved. The case is open again, and your words stand first in it.
receipt-message-title = We have your message
receipt-message = It stands in your case now, in front of whoever holds it.
receipt-at = Received
receipt-said = You wrote
receipt-next = When you hear from us
receipt-back = Back to your case

## Closed

left-title = This page is closed
left-lead = Nobody can open your case from this device now without the code.
left-again = Open it again
