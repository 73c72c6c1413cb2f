### Agreement: what waits, what needs attention

agreement-link = Connection
agreement-last = Last answer of the platform
agreement-never = None yet
agreement-lease = You may decide here until
agreement-clock = This computer's clock
agreement-clock-off =
    { $count ->
        [one] Differs from the platform by { $count } minute; rights and dates are not touched by it
       *[other] Differs from the platform by { $count } minutes; rights and dates are not touched by it
    }
agreement-first = First fetch
agreement-progress = { $done } of { $total }
agreement-offline = You are working offline. All you do is saved here and is sent by itself when the connection is back.
agreement-now = Connect now
agreement-export = Export unsent work
agreement-exported = Written to { $name }

waiting-shown = The first { $shown } of { $total }.
waiting-more = Show more

pending-title = Waits to be sent or answered
pending-none = Nothing waits. All that you saved is agreed with the platform.
pending-what = Action
pending-state = State
pending-saved = Saved here, not sent yet
pending-probably-refused = Will be sent, and will probably be refused: { $why }
pending-held = At the platform, which waits for { $why }
pending-behind = Waits for an earlier action on the same case
held-attachment = a file that has not arrived
held-predecessor = an earlier action
held-newer_schema = an update of its own
held-body = the rest of the text

attention-title = Needs your attention
attention-none = Nothing. If an action is refused it stands here with its whole text, the reason, and what can be done.
attention-moved = The case changed after you wrote. Look, then decide:
attention-attachment_missing = It has waited a day for a file that did not arrive.
attention-attachment_refused = The server refused a file that goes with this: { $names }. Remove or replace the file, then send again.
attention-sent_by_copy = A copy of this computer's data already sent this.
attention-undeliverable = It could not be delivered; it is probably larger than the network allows.
attention-no_longer_yours = The case is no longer with you. Your text is kept.
attention-behind =
    { $count ->
        [one] { $count } later action waits behind it
       *[other] { $count } later actions wait behind it
    }
moved-inbound = The person wrote:
moved-outbound = Was written to them:
moved-owner = The case is with { $name } now.
moved-owner-none = Nobody owns the case now.
moved-stage = The case is "{ $stage }" now.
moved-revision = The request is at revision { $revision } now.
way-confirm = Send it as it is
way-make_approval = Ask for approval
way-add_as_note = Keep it as a note
way-hand_to_owner = Give it to the owner
way-discard = Let it go

action-open_case = New case
action-record_contact = Contact
action-import_case = Import
action-correct_person = Change of contact details
action-take = Taking the case
action-assign = Assignment
action-release = Back to the unit
action-add_note = Note
action-attach = File
action-draft_reply = Draft of a reply
action-send_reply = Reply
action-ask_person = Question to the person
action-grant_remedy = Grant of a remedy
action-update_remedy = State of a remedy
action-request_approval = Request for approval
action-approve = Approval
action-refuse_request = Refusal of a request
action-return_request = Return of a request
action-recall = Request taken back
action-pass_approval = Request passed on
action-decide = Decision
action-withdraw = Taking back
action-confirm = Confirmation
action-dispute = Dispute
action-heard_solved = Said: solved
action-heard_not_solved = Said: not solved
action-review = Review
action-remind = Reminder
action-end_unconfirmed = Ending unconfirmed
action-report_letter = Message report
action-resend_letter = Message sent again
action-remedy_due = Remedy due
action-ask_lapsed = Question lapsed
action-delegate = Powers lent
action-end_delegation = Loan of powers ended
agreement-sign-in = Sign in again
agreement-sign-in-words = The session with the platform ran out. All your work is saved here and is sent after you sign in. If your password was changed, write the new one.

recovery-title = This computer's data was an older copy, or is also in use on another computer
recovery-recovered =
    { $count ->
        [0] Nothing of your work was missing here.
        [one] One action of yours that was missing here was fetched from the server.
       *[other] { $count } actions of yours that were missing here were fetched from the server.
    }
recovery-resent =
    { $count ->
        [0] No unsent work was affected. Nothing was lost.
        [one] One unsent action was kept and sent again. Nothing was lost.
       *[other] { $count } unsent actions were kept and sent again. Nothing was lost.
    }
recovery-dismiss = Dismiss
