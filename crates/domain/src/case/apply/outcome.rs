//! Remedies, decisions, the person's word, endings.

use super::talk;
use crate::case::{Bearing, Case, Channel, Ending, GrantedRemedy, RemedyState, Stage};
use crate::{DecisionId, GrantId, Recorded, RemedyAsk, RemedyProgress, ReviewOutcome, StaffId};
use chrono::{DateTime, Utc};

pub(super) fn granted(
    case: &mut Case,
    recorded: &Recorded,
    (id, due): (GrantId, DateTime<Utc>),
    ask: &RemedyAsk,
    by: &StaffId,
) {
    super::touched_by(case, by);
    super::progressed(case);
    let (ask, by, granted_at) = (ask.clone(), by.clone(), recorded.at);
    case.remedies.push(GrantedRemedy { id, ask, by, granted_at, due, state: RemedyState::Granted });
}

pub(super) fn decided(
    case: &mut Case,
    recorded: &Recorded,
    by: &StaffId,
    approved_by: Option<&StaffId>,
) {
    super::progressed(case);
    talk::answered(case, recorded, by, approved_by);
}

pub(super) fn reminded(case: &mut Case, recorded: &Recorded, channel: Channel) {
    if let Some(decision) = &mut case.decision {
        decision.reminders.push((recorded.at, channel));
    }
}

fn moved(case: &mut Case, grant: GrantId, to: RemedyState) {
    if let Some(remedy) = case.remedies.iter_mut().find(|it| it.id == grant) {
        remedy.state = to;
    }
}

pub(super) fn updated(case: &mut Case, recorded: &Recorded, grant: GrantId, to: RemedyProgress) {
    let state = match to {
        RemedyProgress::Ordered => RemedyState::Ordered,
        RemedyProgress::Done => RemedyState::Done,
        RemedyProgress::Failed => RemedyState::Failed,
    };
    moved(case, grant, state);
    if to == RemedyProgress::Done {
        super::progressed(case);
        ask_solved(case, recorded);
    }
}

pub(super) fn fell_due(case: &mut Case, recorded: &Recorded, grant: GrantId) {
    moved(case, grant, RemedyState::Late);
    ask_solved(case, recorded);
}

/// "Solved?" is asked when a remedy is done, or at its due instant: the silence begins here.
fn ask_solved(case: &mut Case, recorded: &Recorded) {
    if let Some(since) = case.decision.as_mut().and_then(|it| it.silent_since.as_mut()) {
        *since = recorded.at.max(*since);
    }
}

/// The closing stands in an event of its own.
pub(super) fn confirmed(case: &mut Case, recorded: &Recorded, by: Bearing) {
    case.last_inbound = Some(recorded.op);
    case.confirmed_by = Some(by);
}

/// The solution clock has never stopped.
pub(super) fn disputed(case: &mut Case, recorded: &Recorded, decision: DecisionId) {
    case.stage = Stage::Open;
    case.ending = None;
    case.confirmed_by = None;
    case.closed_at = None;
    case.clocks.solved_at = None;
    case.disputed.push(decision);
    talk::reached_us(case, recorded.op);
    if let Some(decision) = &mut case.decision {
        decision.disputed = true;
    }
}

pub(super) fn reviewed(case: &mut Case, outcome: ReviewOutcome) {
    match outcome {
        ReviewOutcome::Overturned => case.decision = None,
        ReviewOutcome::Upheld => {
            if let Some(decision) = &mut case.decision {
                decision.disputed = false;
                case.clocks.solved_at = Some(decision.at);
            }
        }
    }
}

/// A closed case that gets another ending, as when late word comes, closed when it closed.
pub(super) fn closed(case: &mut Case, recorded: &Recorded, ending: Ending) {
    case.stage = Stage::Closed;
    case.ending = Some(ending);
    case.closed_at.get_or_insert(recorded.at);
    case.next_contact = None;
    case.no_date = None;
    case.flagged = false;
    case.asks.clear();
}
