//! An own action is taken back, as long as nothing was built on it and it has not left the house.

use super::{Case, HOLD, Reach, Trace, guard};
use crate::{Context, Event, OpId, Refusal};

pub(super) fn decide(case: &Case, op: OpId, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let staff = guard::any_staff(cx)?;
    let place = case.trail.iter().position(|it| it.op == op).ok_or(Refusal::TooLate)?;
    let (trace, later) = case.trail[place..].split_first().ok_or(Refusal::TooLate)?;
    if trace.by.as_ref() != Some(staff) {
        return Err(Refusal::NotYours);
    }
    if is_gone(trace, cx) || (trace.reach != Reach::Adds && later.iter().any(builds)) {
        return Err(Refusal::TooLate);
    }
    Ok(vec![Event::Withdrawn { op }])
}

fn is_gone(trace: &Trace, cx: &Context<'_>) -> bool {
    match trace.reach {
        Reach::Adds | Reach::Inside => false,
        Reach::Leaves => cx.now - trace.at > HOLD,
        Reach::Fixed => true,
    }
}

fn builds(later: &Trace) -> bool {
    later.reach != Reach::Adds
}
