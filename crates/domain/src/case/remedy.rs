//! Remedies: granted, ordered, done or failed. Each is a promise from the start.

use super::grant_limits::{self, Granter};
use super::{Case, GrantedRemedy, RemedyState, Stage, guard, resolution};
use crate::book::Right;
use crate::{Context, Event, GrantId, Refusal, RemedyAsk, RemedyProgress, StaffId};

/// Within the actor's powers, at once.
pub(super) fn grant(case: &Case, ask: &RemedyAsk, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let staff = guard::owner(case, cx)?;
    guard::stage(case, &[Stage::New, Stage::Open, Stage::Answered])?;
    let asks = std::slice::from_ref(ask);
    grant_limits::check_asks(asks, cx)?;
    resolution::approval_not_demanded(case, asks.len(), cx)?;
    let granter = Granter { staff, spent_today: cx.spent_today };
    match grant_limits::shortfalls(case, asks, granter, cx.book, cx.now).into_iter().next() {
        Some(refusal) => Err(refusal),
        None => Ok(grants(case, asks, staff, cx)),
    }
}

/// The grants of one action, in the name of whose power was used.
pub(super) fn grants(
    case: &Case,
    asks: &[RemedyAsk],
    by: &StaffId,
    cx: &Context<'_>,
) -> Vec<Event> {
    let granted = |(ask, n): (&RemedyAsk, u8)| Event::RemedyGranted {
        grant: GrantId { op: cx.op, n },
        ask: ask.clone(),
        due: grant_limits::due_of(case, ask, cx),
        by: by.clone(),
    };
    asks.iter().zip(0..).map(granted).collect()
}

/// What became of it, told by the case's unit or the one that performs it, with how we know.
pub(super) fn update(
    case: &Case,
    grant: GrantId,
    to: RemedyProgress,
    proof: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let staff = guard::staff(cx, Right::Handle)?;
    let remedy = granted(case, grant)?;
    let performer = remedy.ask.performer.as_ref().unwrap_or(&case.unit);
    let near = [&case.unit, performer];
    if !near.iter().any(|unit| guard::works_for(staff, Right::Handle, unit, cx)) {
        return Err(Refusal::NoRight { right: Right::Handle });
    }
    if !may_go(remedy.state, to) {
        return Err(Refusal::WrongProgress);
    }
    match to {
        RemedyProgress::Ordered => guard::fits("proof", proof, guard::TEXT_CHARS_MAX)?,
        RemedyProgress::Done | RemedyProgress::Failed => {
            guard::written("proof", proof, guard::TEXT_CHARS_MAX)?;
        }
    }
    let mut events = vec![Event::RemedyUpdated { grant, to, proof: proof.to_owned() }];
    // A broken promise shows first.
    if to == RemedyProgress::Failed && case.stage != Stage::Closed && !case.flagged {
        events.push(Event::Flagged);
    }
    Ok(events)
}

/// Its instant passed without word (clockwork).
pub(super) fn fall_due(
    case: &Case,
    grant: GrantId,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::clockwork(cx)?;
    let remedy = granted(case, grant)?;
    if !is_owed(remedy) || remedy.due > cx.now {
        return Err(Refusal::NotDue);
    }
    let mut events = vec![Event::RemedyFellDue { grant }];
    if case.stage != Stage::Closed && !case.flagged {
        events.push(Event::Flagged);
    }
    Ok(events)
}

/// Whether it was promised and no word of it came.
pub(super) fn is_owed(remedy: &GrantedRemedy) -> bool {
    matches!(remedy.state, RemedyState::Granted | RemedyState::Ordered)
}

fn granted(case: &Case, grant: GrantId) -> Result<&GrantedRemedy, Refusal> {
    case.remedies.iter().find(|it| it.id == grant).ok_or(Refusal::UnknownGrant)
}

fn may_go(from: RemedyState, to: RemedyProgress) -> bool {
    match from {
        RemedyState::Granted | RemedyState::Late => true,
        RemedyState::Ordered => to != RemedyProgress::Ordered,
        RemedyState::Done | RemedyState::Failed => false,
    }
}
