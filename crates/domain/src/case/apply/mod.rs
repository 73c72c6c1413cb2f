//! What an event does to a case. Never fails and needs no book: every instant that a rule computed
//! stands in the event.

mod approvals;
mod begin;
mod outcome;
mod talk;

use super::{Case, Stage, ledger, trail};
use crate::{Event, Recorded, StaffId};

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

fn change(case: &mut Case, recorded: &Recorded) {
    match &recorded.event {
        Event::CaseOpened { .. }
        | Event::CaseImported { .. }
        | Event::NoteAdded { .. }
        | Event::SolvedHeard { .. }
        | Event::Withdrawn { .. }
        | Event::Delegated { .. }
        | Event::DelegationEnded { .. } => {}
        Event::Flagged => case.flagged = true,
        Event::OwnerChanged { to, .. } => owner_changed(case, to.as_ref()),
        Event::ClocksSet { clocks } => case.clocks = clocks.clone(),
        Event::NextContactSet { at, because } => {
            case.next_contact = *at;
            case.no_date.clone_from(because);
        }
        Event::ContactRecorded { .. }
        | Event::Attached { .. }
        | Event::ReplyDrafted { .. }
        | Event::ReplySent { .. }
        | Event::PersonAsked { .. }
        | Event::AskLapsed { .. } => talk::change(case, recorded),
        Event::ApprovalRequested { .. }
        | Event::ApprovalPassed { .. }
        | Event::Approved { .. }
        | Event::ApprovalRefused { .. }
        | Event::ApprovalReturned { .. }
        | Event::ApprovalRecalled { .. } => approvals::change(case, recorded),
        Event::RemedyGranted { .. }
        | Event::RemedyUpdated { .. }
        | Event::RemedyFellDue { .. }
        | Event::Decided { .. }
        | Event::Confirmed { .. }
        | Event::Disputed { .. }
        | Event::Reminded { .. }
        | Event::Reviewed { .. }
        | Event::Closed { .. } => outcome::change(case, recorded),
    }
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
