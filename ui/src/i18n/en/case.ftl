### Case: who, what happened, what is written

case-no-person = Nobody is named
case-timeline = What happened, the newest last
case-pending = not yet agreed
case-copied = Copied

story = Story so far
story-asked = Asked
story-promised = Promised
story-said = Last said
story-nothing = Their words were not written down
story-no-promise = No promise stands
story-not-answered = Nothing was written to them yet
story-next-news = Next news
story-late = late,

said-opened = The person's words
said-imported = From the imported record
said-contact-inbound = Reached us, { $channel }
said-contact-outbound = We reached them, { $channel }
said-note = Internal
said-note-late = Internal, came late
said-solved = Said: solved
said-not-solved = Said: not solved
said-kind-changed = Written as "{ $kind }", and it stopped no clock.

reply-acknowledgement = Acknowledgement
reply-question = Question
reply-progress = Progress
reply-decision = Decision
reply-remedy_done = Remedy done
reply-deflection = Deflection

channel-phone = phone
channel-portal = portal
channel-branch = branch
channel-social = social media
channel-mail = mail
channel-sms = text message
channel-import = import
outcome-spoke = we spoke
outcome-no_answer = no answer
outcome-message = left a message
direction-inbound = They reached us
direction-outbound = We reached them

event-granted =
    { $by ->
        [none] Granted: { $given }
       *[other] Granted: { $given }, approved by { $by }
    }
event-decided-none =
    { $by ->
        [none] Decided: no remedy
       *[other] Decided: no remedy, approved by { $by }
    }
event-approval-requested = Approval asked of { $of }
event-approval-passed = The time was over, so the request passed to { $of }
event-approval-approved = The request was approved
event-approval-refused = The request was refused
event-approval-returned = The request was returned with a note
event-approval-recalled = The request was taken back
event-remedy-granted = Granted: { $remedy }
event-remedy-ordered = Ordered: { $remedy }
event-remedy-done = Done: { $remedy }
event-remedy-failed = Failed: { $remedy }
event-remedy-late = Late: { $remedy }
event-owner = Now with { $name }
event-owner-none = The case went back to the unit
event-contact-inbound = Reached us, { $channel }: { $outcome }
event-contact-outbound = We reached them, { $channel }: { $outcome }
event-reminder = The person was reminded, { $channel }
event-review-upheld = The review upheld the decision
event-review-overturned = The review overturned the decision
event-closed = The case ended: { $ending }
event-attached = File added: { $name }
event-person_corrected =
    { $ended ->
        [none] Contact details added: { $added }
       *[other] { $added ->
            [none] Contact details ended: { $ended }
           *[other] Contact details changed from { $ended } to { $added }
        }
    }
event-flagged = Now for the manager's eyes
event-taken_back = An action was taken back

act-take = Take the case
act-decide = Decide
act-reply = Write a reply
act-note = Write a note
act-more = More
act-contact = Record a contact
act-hear = Record the person's word
act-correct_person = Change contact details
act-review = Review the decision
act-assign = Assign to a colleague
act-release = Give back to the unit

done-take = The case is with you.
done-note = The note is saved.
done-contact = The contact is recorded.
done-heard = Their word is recorded.
done-correct_person = The contact details are changed.
done-review-upheld = The decision is upheld.
done-review-overturned = The decision is overturned; the case is open again.
done-assign = The case is assigned.
done-release = The case is back with the unit.
done-reply = The reply is saved and leaves in ten seconds.
done-decide = Decided; the letter leaves in ten seconds.
done-request = Approval is asked for.
done-remedy-ordered = The order is recorded.
done-remedy-done = Recorded as done.
done-remedy-failed = Recorded as failed.
undo = Take back
undo-done = Taken back.
undo-back = Back to

form-close = Fold
draft-saved = Saved
draft-unsaved = Saving…
draft-failed = Not saved yet; still trying
draft-elsewhere = A version of this draft was written on another computer
draft-take = Take it

note-label = Internal note
note-placeholder = The person never sees this.
note-add = Add the note

contact-direction = Who began
contact-channel = How
contact-outcome = How it ended
contact-words = In their own words
contact-words-hint = Leave it empty if they added nothing. Do not ask their name or their reason again.
contact-record = Record the contact

heard-question = What did they say about the decision?
heard-yes = Solved
heard-no = Not solved
heard-yes-follows = This closes the case only if recorded by somebody who neither handled nor approved it, and is counted apart.
heard-no-follows = The case is open again at once, and somebody else reviews the decision.
heard-words = In their own words
heard-record = Record their word

person-new-phone = New phone number
person-new-mail = New email address
person-end = { $value } is no longer theirs
person-because = How do we know?
person-save = Save contact details

identifier-phone = Phone
identifier-national_id = National ID
identifier-mail = Email
identifier-since = since
identifier-until = until

review-question = Does the decision stand?
review-upheld = It stands
review-overturned = It falls
review-reasons = Reasons
review-reasons-hint = The person reads them, too.
review-record = Give the review

assign-to = To whom
assign-colleague = { $name }, { $post } ({ $load })
assign-do = Assign
release-because = What does the next owner need to know?

side-powers = What you may grant now
side-granted = What was granted
side-person = Contact details
side-facts = Facts
side-files = Files
side-others = Their other cases
files-hint = Drop a file here, or paste it.
files-choose = Choose files
files-limit = The limit for one file is { $size }.
file-save = Save { $name } to this computer
file-saved = Saved: { $name }
file-kb = { $size } KB
file-mb = { $size } MB

kind-complaint = Complaint
kind-inquiry = Inquiry
kind-suggestion = Suggestion
kind-concern = Concern
kind-request = Request
kind-fault_report = Fault report

fact-kind = Kind
fact-unit = Unit
fact-opened = Began
fact-place = Place
fact-points = Asks for
fact-tried = Tried before
fact-cost = Cost them
fact-met = met
fact-hours = Held by
fact-standard = Service standard
held-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
held-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

remedy-granted = Granted
remedy-ordered = Ordered
remedy-done = Done
remedy-failed = Failed
remedy-late = Late
remedy-proof = Proof or reason
remedy-to-ordered = Ordered
remedy-to-done = Done
remedy-to-failed = Failed
act-grant = Grant
done-grant = The remedy is granted.

# Messages that did not reach the person
side-returned = Message not delivered
letter-resend = Send again
done-resend = The message will be sent again
letter-fault-address = The address does not exist
letter-fault-refused = The provider refused the message
letter-fault-unreachable = The provider could not be reached
letter-fault-no_way = No way to send to this person
letter-fault-undelivered = The message was not delivered
letter-fault-unconfirmed = Not confirmed: it may have been sent
letter-fault-interrupted = Interrupted: it may have been sent
letter-advice-address = Correct the phone number or mail address, then send again; or call the person.
letter-advice-refused = Send again; if it is refused again, call the person and tell the administrator.
letter-advice-unreachable = Send again later, or call the person.
letter-advice-no_way = Add a phone number or mail address that can be reached, or call the person.
letter-advice-undelivered = Check the phone number or mail address, then send again; or call the person.
letter-advice-unconfirmed = Call the person and ask. Send again only if they did not receive it.
letter-advice-interrupted = Call the person and ask. Send again only if they did not receive it.
event-letter-returned = A message did not reach the person, { $channel }: { $fault }
event-letter-reached = The message reached the person after all
event-letter-resent = The message is being sent again
