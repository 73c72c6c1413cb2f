//! Remedies, decisions, the person's word, endings.

use super::talk;
use crate::case::{Case, Ending, GrantedRemedy, RemedyState, Stage};
use crate::{DecisionId, Event, GrantId, Recorded, RemedyProgress, ReviewOutcome};

pub(super) fn change(case: &mut Case, recorded: &Recorded) {
    match &recorded.event {
        Event::RemedyGranted { grant, ask, due, by } => {
            super::touched_by(case, by);
            super::progressed(case);
            case.remedies.push(GrantedRemedy {
                id: *grant,
                ask: ask.clone(),
                by: by.clone(),
                granted_at: recorded.at,
                due: *due,
                state: RemedyState::Granted,
            });
        }
        Event::RemedyUpdated { grant, to, .. } => updated(case, recorded, *grant, *to),
        Event::RemedyFellDue { grant } => moved(case, *grant, RemedyState::Late),
        Event::Decided { by, approved_by, .. } => {
            super::progressed(case);
            talk::answered(case, recorded, by, approved_by.as_ref());
        }
        Event::Disputed { decision, .. } => disputed(case, recorded, *decision),
        Event::Reminded { channel, .. } => {
            if let Some(decision) = &mut case.decision {
                decision.reminders.push((recorded.at, *channel));
            }
        }
        Event::Reviewed { outcome, .. } => reviewed(case, *outcome),
        Event::Closed { ending } => closed(case, recorded, *ending),
        // The closing stands in an event of its own.
        Event::Confirmed { .. } => case.last_inbound = Some(recorded.op),
        _ => {}
    }
}

fn moved(case: &mut Case, grant: GrantId, to: RemedyState) {
    if let Some(remedy) = case.remedies.iter_mut().find(|it| it.id == grant) {
        remedy.state = to;
    }
}

fn updated(case: &mut Case, recorded: &Recorded, grant: GrantId, to: RemedyProgress) {
    let state = match to {
        RemedyProgress::Ordered => RemedyState::Ordered,
        RemedyProgress::Done => RemedyState::Done,
        RemedyProgress::Failed => RemedyState::Failed,
    };
    moved(case, grant, state);
    if to == RemedyProgress::Done {
        super::progressed(case);
        // "Solved?" is asked when it is done, so the silence begins here.
        if let Some(since) = case.decision.as_mut().and_then(|it| it.silent_since.as_mut()) {
            *since = recorded.at.max(*since);
        }
    }
}

/// The solution clock has never stopped.
fn disputed(case: &mut Case, recorded: &Recorded, decision: DecisionId) {
    case.stage = Stage::Open;
    case.ending = None;
    case.closed_at = None;
    case.clocks.solved_at = None;
    case.disputed.push(decision);
    talk::reached_us(case, recorded.op);
    if let Some(decision) = &mut case.decision {
        decision.disputed = true;
    }
}

fn reviewed(case: &mut Case, outcome: ReviewOutcome) {
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
fn closed(case: &mut Case, recorded: &Recorded, ending: Ending) {
    case.stage = Stage::Closed;
    case.ending = Some(ending);
    case.closed_at.get_or_insert(recorded.at);
    case.next_contact = None;
    case.no_date = None;
    case.flagged = false;
    case.asks.clear();
}
