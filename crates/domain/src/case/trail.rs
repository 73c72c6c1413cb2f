//! What was done last on a case, so that its writer can take it back (`sync.md`, withdraw).

use super::Case;
use crate::{Event, OpId, Recorded, StaffId};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// What is further back than this many actions was built on long ago.
pub const TRAIL_MAX: usize = 16;
/// How long a text or a payment waits on the platform before it leaves the house.
pub const HOLD: TimeDelta = TimeDelta::seconds(10);

/// One action of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// Which.
    pub op: OpId,
    /// Whose; none for the person and the platform.
    pub by: Option<StaffId>,
    /// When it was judged.
    pub at: DateTime<Utc>,
    /// How far it goes.
    pub reach: Reach,
}

/// How far an action goes, the least far first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Adds to the case and nobody builds on it: notes, drafts, files.
    Adds,
    /// Changes the case inside the house.
    Inside,
    /// Tells the person, lets money go after [`HOLD`], or is the person's own word: a slip is
    /// mended at once or stays.
    Leaves,
    /// Can't be taken back: the person holds its reference.
    Fixed,
}

/// Notes the action of an event; what takes something back is no action to build on.
pub(super) fn note(case: &mut Case, recorded: &Recorded) {
    let Some(reach) = reach_of(&recorded.event) else { return };
    if let Some(trace) = case.trail.iter_mut().find(|it| it.op == recorded.op) {
        trace.reach = trace.reach.max(reach);
        return;
    }
    let by = recorded.actor.staff().cloned();
    case.trail.push(Trace { op: recorded.op, by, at: recorded.at, reach });
    if case.trail.len() > TRAIL_MAX {
        case.trail.remove(0);
    }
}

fn reach_of(event: &Event) -> Option<Reach> {
    match event {
        Event::NoteAdded { .. } | Event::Attached { .. } | Event::ReplyDrafted { .. } => {
            Some(Reach::Adds)
        }
        // A correction is corrected, not taken back: other cases of the person show it already.
        Event::CaseOpened { .. }
        | Event::CaseImported { .. }
        | Event::PersonCorrected { .. }
        | Event::LetterResent { .. } => Some(Reach::Fixed),
        Event::ReplySent { .. }
        | Event::PersonAsked { .. }
        | Event::RemedyGranted { .. }
        | Event::Approved { .. }
        | Event::Decided { .. }
        | Event::Reminded { .. }
        | Event::ContactRecorded { .. }
        | Event::Confirmed { .. }
        | Event::Disputed { .. }
        | Event::SolvedHeard { .. }
        | Event::Closed { .. } => Some(Reach::Leaves),
        Event::Withdrawn { .. }
        | Event::LetterReturned { .. }
        | Event::LetterReached { .. }
        | Event::Delegated { .. }
        | Event::DelegationEnded { .. } => None,
        Event::Flagged
        | Event::OwnerChanged { .. }
        | Event::ClocksSet { .. }
        | Event::AskLapsed { .. }
        | Event::NextContactSet { .. }
        | Event::RemedyUpdated { .. }
        | Event::RemedyFellDue { .. }
        | Event::ApprovalRequested { .. }
        | Event::ApprovalPassed { .. }
        | Event::ApprovalRefused { .. }
        | Event::ApprovalReturned { .. }
        | Event::ApprovalRecalled { .. }
        | Event::Reviewed { .. } => Some(Reach::Inside),
    }
}
