### The words of every refusal: what happened, and what to do

## Rules of the work

refusal-no_right = Your post does not hold the right "{ $right }". Ask your manager for it.
refusal-not_owner = Somebody else holds this case now. Take it, or leave its owner a note.
refusal-is_accused = The complaint is about you, so you cannot work on it.
refusal-unknown_case = This case is not on this computer.
refusal-case_exists = This case is recorded already.
refusal-unknown_code = The agency's files know no such code: { $what }.
refusal-wrong_stage = The case is "{ $stage }" now, and this makes no sense here.
refusal-empty = Missing: { $field }.
refusal-too_long = { $field }: longer than the limit of { $chars_max } characters.
refusal-out_of_range = { $field }: the value is out of range.
refusal-limit_exceeded = You asked for { $asked }; your limit on this case is { $limit }. Ask for approval.
refusal-daily_limit_exceeded = You asked for { $asked }; { $left } is left for you today. Ask for approval.
refusal-no_power = This remedy is above your powers. Ask for approval.
refusal-approval_demanded = The agency demands an approval for this decision. Ask for approval.
refusal-proof_missing = Add the proof that the power demands: a photo, a receipt number or a work order.
refusal-amount_missing = Write the amount.
refusal-wrong_currency = The amount is not in the agency's currency.
refusal-no_remedy_no_reason = Choose a remedy, or write why there is none.
refusal-point_unanswered = Point { $point } of what the person asked has no answer.
refusal-deflection = This text sends the person elsewhere and answers nothing. Add a remedy, an answer or a date; otherwise it counts as a deflection and the clock runs on.
refusal-empty_formula = This says nothing yet: { $phrases }. Write what was done, by whom and when.
refusal-favour_language = A phrase that sounds like a favour or a reproach: { $phrases }. The service is the person's right.
refusal-no_case_fact = This text says nothing about the case yet. Add what was done, a day, an amount or a number.
refusal-point_uncovered = Point { $point } is answered "yes", but nothing is granted and the letter does not say what was done. Grant a remedy or write what was done.
refusal-gap_left = The text still has a gap: «…». Fill it, or remove it.
refusal-no_next_date = When does the person hear from us next? Choose a date, or the reason why there is none.
refusal-next_date_unfit = Choose a coming date, no later than { $latest }.
refusal-slot_taken = Another reply went out in this place. Read it, then decide.
refusal-already_said = This text is { $percent }% like one that was sent before. Add something new, a new date, or escalate.
refusal-unknown_approval = No request for approval of this number waits.
refusal-approval_settled = This request was answered already.
refusal-revision_moved = The text was changed after you read it. Read revision { $revision }, then answer.
refusal-own_request = Nobody approves their own request.
refusal-not_approver = Somebody else is asked.
refusal-approval_waits = A request for approval of this case already waits.
refusal-nobody_above = No one above you holds this power. Tell your manager.
refusal-unknown_grant = This remedy was not granted.
refusal-wrong_progress = The remedy cannot go from where it is to there.
refusal-wrong_decision = A newer decision stands. Open the case and read it.
refusal-already_said_by_person = The person has given their word on this decision.
refusal-not_independent = The reviewer must be of another unit than those who handled and approved.
refusal-not_disputed = The decision is not disputed.
refusal-not_due = It is not due yet.
refusal-reminders_missing = The person was reminded { $sent } of { $needed } times.
refusal-too_late = Too late to take back: it has left the house or was built on. Write a correction.
refusal-not_yours = This action is not yours.
refusal-person_empty = Write the person's name, phone or national id.
refusal-file_too_large = The file is larger than the limit of { $bytes_max } MB. Make it smaller, or attach a part.
refusal-bad_identifier = { $kind }: { $fault }
refusal-not_theirs = { $kind }: this is not among the person's current contact details.
refusal-last_address = Add the new phone or email as well. Without one, nobody could reach this person.
refusal-lease_over = The platform has been out of reach for too long. You can type, note and record contacts; decide after the next contact.

## Sign-in, platform and computer

refusal-wrong_password = The password is not right.
refusal-old_password_needed = The platform knows this password, and this computer still opens with the one before it. Write that one too; nothing here is lost.
refusal-old_password_wrong = The password before it is another one. Nothing here is lost; write it again.
refusal-wrong_code = The code for this computer is not right or has run out. Ask your manager for a new one.
refusal-code_needed = You are new on this computer. Write the code that your manager gave you.
refusal-device_revoked = This computer was revoked. Your unsent work is kept; see your manager.
refusal-account_disabled = Your account is disabled. Unsent work is kept on this computer; contact your administrator.
refusal-no_post = You have no post in the agency at present, so you can't sign in. Contact your administrator.
refusal-session_ended = Your session was ended. Sign in again; nothing is lost.
refusal-offline_unlock_off = Opening without the network is off on this computer. Connect to the platform, then sign in.
refusal-unreachable = The platform does not answer. Check the network, then try again.
refusal-unauthorised = The session ran out. Sign in again; nothing is lost.
refusal-no_program_for_file = No program on this computer opens this kind of file. Save it to another place instead.
refusal-too_large = Too large to be sent at once.
refusal-too_many = Too many attempts. Wait a little, then try again.
refusal-other_version = The platform's version does not fit this program. Update it, then try again.
refusal-not_platform = Something else answered in the platform's place; the network probably asks for a sign-in. Open a browser and sign in to the network.
refusal-platform_failed = The platform failed. Your work is saved here and is sent when it is back.
refusal-signed_out = Nobody is signed in. Sign in first.
refusal-store_in_use = Rida is open on this computer with the same profile. Go to its window.
refusal-store_newer = A newer Rida wrote this data. Update the program to open it; nothing was touched.
refusal-store_failed = The data on this computer could not be read or written. What was saved stays; what you type now is not saved.
refusal-disk_full = The disk is full, so the last change was not saved. Make room, then go on; your text still stands here.
refusal-file_not_openable = This kind of file is not opened from here. Save it outside the program if you trust it.
refusal-file_not_here = This file has not arrived on your computer yet. It comes when the platform is reached.
refusal-no_book = The agency's lists have not arrived yet. Wait for the first contact with the platform.
refusal-nothing_to_answer = This was answered already.
refusal-failed = This could not be done. Nothing that was saved is lost. Try again; if it happens once more, give support the number { $id }.

## Codes inside the rules

right-handle = handle cases
right-assign = assign
right-approve = approve
right-overrule_gate = overrule the check of a reply
right-read_unit = read the unit's cases
right-review = independent review
right-export = export
right-enrol = enrol computers
right-import = import

right-correct_person = change contact details

identifier-fault-empty = nothing is written.
identifier-fault-placeholder = this stands for "none". Leave the field empty instead.
identifier-fault-rounded = a spreadsheet rounded this number. Copy it again from a column formatted as text.
identifier-fault-filler = these digits are only filler. Ask for the real number.
identifier-fault-not_digits = this is not a number.
identifier-fault-wrong_length = the number of digits is wrong.
identifier-fault-wrong_form = there is no such number. Check it digit by digit.
identifier-fault-unknown_country = the country code is unknown.
identifier-fault-not_mail = this is not an email address.

field-text = the text of the reply
field-subject = the subject
field-own_words = the person's words
field-points = what the person asks for
field-reasons = the reasons
field-note = the note
field-because = the reason
field-none_because = why there is no remedy
field-grounds = the grounds
field-proof = the proof
field-name = the name
field-phone = the phone
field-national_id = the national id
field-people_affected = the number of people affected
field-place = the place
field-amount = the amount
field-identifiers = the contact details
field-file = the file
field-due = the date of the promise
field-next = the date of the next contact
field-cause = the root cause
field-since = the first day
field-until = the last day
field-id = the number of the record
