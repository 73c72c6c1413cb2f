//! An independent reviewer upholds or overturns a disputed decision.

use super::{Case, Decision, Ending, Stage, guard};
use crate::book::Right;
use crate::{Actor, Context, DecisionId, Event, Refusal, ReviewOutcome, StaffId};

pub(super) fn decide(
    case: &Case,
    decision: DecisionId,
    outcome: ReviewOutcome,
    reasons: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::holds(cx, Right::Review)?;
    guard::stage(case, &[Stage::Open])?;
    let reviewed = case.decision.as_ref().filter(|it| it.id == decision);
    let reviewed = reviewed.ok_or(Refusal::WrongDecision)?;
    if !reviewed.disputed {
        return Err(Refusal::NotDisputed);
    }
    guard::no_approval_waits(case)?;
    independent(case, reviewed, cx)?;
    guard::written("reasons", reasons, guard::TEXT_CHARS_MAX)?;
    let mut events = vec![Event::Reviewed { decision, outcome, reasons: reasons.to_owned() }];
    if outcome == ReviewOutcome::Upheld {
        events.push(Event::Closed { ending: Ending::Upheld });
    }
    Ok(events)
}

/// Nobody who touched the case, and nobody of the unit of its owner, decider or approver. The
/// overseer stands outside the agency.
fn independent(case: &Case, decision: &Decision, cx: &Context<'_>) -> Result<(), Refusal> {
    let staff = match cx.actor {
        Actor::Overseer { .. } => return Ok(()),
        Actor::Staff { staff, .. } => staff,
        Actor::Person | Actor::Platform => return Err(Refusal::NotIndependent),
    };
    let unit = cx.book.unit_of(staff, cx.now);
    let of_their_unit = |it: &StaffId| cx.book.unit_of(it, cx.now) == unit;
    let mut involved = [case.owner.as_ref(), Some(&decision.by), decision.approved_by.as_ref()]
        .into_iter()
        .flatten();
    let conflicted = guard::is_conflicted(case, staff, cx.book, cx.now);
    let near = conflicted
        || unit.is_none()
        || case.touched_by.contains(staff)
        || involved.any(of_their_unit);
    if near { Err(Refusal::NotIndependent) } else { Ok(()) }
}
