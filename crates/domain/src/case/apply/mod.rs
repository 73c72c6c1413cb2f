//! What an event does to a case. Never fails and needs no book: every instant that a rule computed
//! stands in the event.

mod approvals;
mod begin;
mod outcome;
mod talk;

use super::{Case, Stage, ledger, trail};
use crate::{Event, NoDateReasonId, Recorded, StaffId};
use chrono::{DateTime, Utc};

/// The case after an event. An event without its case, or of another aggregate, changes nothing.
#[must_use]
pub fn apply(case: Option<Case>, recorded: &Recorded) -> Option<Case> {
    let Some(mut case) = case else { return begin::begin(recorded) };
    change(&mut case, recorded);
    trail::note(&mut case, recorded);
    ledger::turn(&mut case, recorded);
    case.seq = recorded.seq.or(case.seq);
    case.touched_at = recorded.at.max(case.touched_at);
    Some(case)
}

fn change(case: &mut Case, it: &Recorded) {
    match &it.event {
        Event::CaseOpened { .. }
        | Event::CaseImported { .. }
        | Event::NoteAdded { .. }
        | Event::SolvedHeard { .. }
        | Event::Withdrawn { .. }
        | Event::PersonCorrected { .. }
        | Event::Delegated { .. }
        | Event::DelegationEnded { .. } => {}
        Event::Flagged => case.flagged = true,
        Event::OwnerChanged { to, .. } => owner_changed(case, to.as_ref()),
        Event::ClocksSet { clocks } => case.clocks = clocks.clone(),
        Event::NextContactSet { at, because } => next_contact_set(case, *at, because.as_ref()),
        Event::ContactRecorded { channel, direction, outcome, cost, .. } => {
            talk::contact(case, it, (*channel, *direction, *outcome), *cost);
        }
        Event::Attached { attachment } => talk::attach(case, attachment),
        Event::ReplyDrafted { draft, parent, .. } => talk::drafted(case, it, *draft, *parent),
        Event::ReplySent { reply_kind, text, slot, draft, attachments, .. } => {
            talk::sent(case, it, *reply_kind, text, slot);
            talk::close_draft(case, *draft, attachments);
        }
        Event::PersonAsked { until } => talk::asked(case, it, *until),
        Event::AskLapsed { ask } => case.asks.retain(|it| it.op != *ask),
        Event::ApprovalRequested { .. } => approvals::requested(case, it),
        Event::ApprovalPassed { approval, to, limit } => {
            approvals::passed(case, it, *approval, to, *limit);
        }
        Event::Approved { approval, .. }
        | Event::ApprovalRefused { approval, .. }
        | Event::ApprovalReturned { approval, .. }
        | Event::ApprovalRecalled { approval } => approvals::settled(case, it, *approval),
        Event::RemedyGranted { grant, ask, due, by } => {
            outcome::granted(case, it, (*grant, *due), ask, by);
        }
        Event::RemedyUpdated { grant, to, .. } => outcome::updated(case, it, *grant, *to),
        Event::RemedyFellDue { grant } => outcome::fell_due(case, it, *grant),
        Event::Decided { by, approved_by, .. } => {
            outcome::decided(case, it, by, approved_by.as_ref());
        }
        Event::Confirmed { by, .. } => outcome::confirmed(case, it, *by),
        Event::Disputed { decision, .. } => outcome::disputed(case, it, *decision),
        Event::Reminded { channel, .. } => outcome::reminded(case, it, *channel),
        Event::Reviewed { outcome, .. } => outcome::reviewed(case, *outcome),
        Event::LetterReturned { letter, channel, fault } => {
            talk::returned(case, it, *letter, (*channel, *fault));
        }
        Event::LetterReached { letter } | Event::LetterResent { letter } => {
            case.returned.retain(|it| it.letter != *letter);
        }
        Event::Closed { ending } => outcome::closed(case, it, *ending),
    }
}

fn next_contact_set(case: &mut Case, at: Option<DateTime<Utc>>, because: Option<&NoDateReasonId>) {
    case.next_contact = at;
    case.no_date = because.cloned();
}

fn owner_changed(case: &mut Case, to: Option<&StaffId>) {
    case.owner = to.cloned();
    let Some(owner) = to else { return };
    touched_by(case, owner);
    if case.stage == Stage::New {
        case.stage = Stage::Open;
    }
}

/// Remembers who owned, decided or approved: they neither close on hearsay nor review.
fn touched_by(case: &mut Case, staff: &StaffId) {
    if !case.touched_by.contains(staff) {
        case.touched_by.push(staff.clone());
    }
}

/// The person has something in hand: repeats count anew from here (R03). Words alone are nothing in
/// hand.
fn progressed(case: &mut Case) {
    case.contacts_without_progress = 0;
    case.flagged = false;
}
