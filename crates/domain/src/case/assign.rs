//! Who owns the case: take, assign, release. One owner, never the accused or their chain.

use super::{Case, Stage, guard};
use crate::book::Right;
use crate::{Context, Event, Refusal, StaffId};

const WORKABLE: [Stage; 3] = [Stage::New, Stage::Open, Stage::Answered];

/// The actor takes a case that nobody owns; whoever may assign takes it from another owner.
pub(super) fn take(case: &Case, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let staff = guard::staff(cx, Right::Handle)?;
    guard::stage(case, &WORKABLE)?;
    if !guard::works_for(staff, Right::Handle, &case.unit, cx) {
        return Err(Refusal::NoRight { right: Right::Handle });
    }
    if guard::is_conflicted(case, staff, cx.book, cx.now) {
        return Err(Refusal::IsAccused);
    }
    match &case.owner {
        Some(owner) if owner == staff => Ok(Vec::new()),
        Some(_) if !guard::works_for(staff, Right::Assign, &case.unit, cx) => {
            Err(Refusal::NotOwner { owner: case.owner.clone() })
        }
        _ => Ok(vec![passed_to(Some(staff), "")]),
    }
}

/// A manager gives the case to somebody of its unit.
pub(super) fn assign(case: &Case, to: &StaffId, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    let staff = guard::staff(cx, Right::Assign)?;
    guard::stage(case, &WORKABLE)?;
    if !guard::works_for(staff, Right::Assign, &case.unit, cx) {
        return Err(Refusal::NoRight { right: Right::Assign });
    }
    if !cx.book.staff.contains_key(to) {
        return Err(guard::unknown(to));
    }
    if guard::is_conflicted(case, to, cx.book, cx.now) {
        return Err(Refusal::IsAccused);
    }
    if !guard::works_for(to, Right::Handle, &case.unit, cx) {
        return Err(Refusal::NoRight { right: Right::Handle });
    }
    let moves = case.owner.as_ref() != Some(to);
    Ok(moves.then(|| passed_to(Some(to), "")).into_iter().collect())
}

/// The owner gives the case back to the unit, with a word for the next one.
pub(super) fn release(case: &Case, because: &str, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    guard::owner(case, cx)?;
    guard::stage(case, &WORKABLE)?;
    guard::written("because", because, guard::TEXT_CHARS_MAX)?;
    Ok(vec![passed_to(None, because)])
}

fn passed_to(to: Option<&StaffId>, because: &str) -> Event {
    Event::OwnerChanged { to: to.cloned(), because: because.to_owned() }
}
