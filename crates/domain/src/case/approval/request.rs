//! Asks somebody above to make a whole resolution happen.

use super::super::grant_limits::{Granter, shortfalls};
use super::super::{
    Approval, ApprovalState, Case, Stage, approver_for, clocks, guard, reply, reply_gate,
    resolution,
};
use super::approver;
use crate::{ApprovalId, Context, Event, Refusal, Resolution, SpentToday, StaffId};

pub(in super::super) fn request(
    case: &Case,
    resolution: &Resolution,
    revises: Option<ApprovalId>,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let staff = guard::owner(case, cx)?;
    guard::stage(case, &[Stage::New, Stage::Open])?;
    guard::no_approval_waits(case)?;
    reply::free_slot(case, &resolution.letter)?;
    guard::written("grounds", &resolution.grounds, guard::TEXT_CHARS_MAX)?;
    let found = resolution::check_content(case, resolution, cx);
    reply_gate::judge(found, &resolution.letter)?;
    let returned = revises.map(|id| returned(case, id)).transpose()?;
    let approver = choose(case, resolution, staff, returned, cx)?;
    let lengths = &cx.book.category(&case.category)?.clocks;
    Ok(vec![Event::ApprovalRequested {
        approval: returned.map_or(cx.op, |it| it.id),
        revision: returned.map_or(1, |it| it.revision.saturating_add(1)),
        resolution: Box::new(resolution.clone()),
        proposer: staff.clone(),
        approver,
        limit: clocks::approval_limit(lengths, cx.book.calendar_of(&case.unit), cx.now),
    }])
}

/// Only what was returned is revised; anything else is asked anew.
fn returned(case: &Case, approval: ApprovalId) -> Result<&Approval, Refusal> {
    let found = case.approvals.iter().find(|it| it.id == approval);
    let found = found.ok_or(Refusal::UnknownApproval { approval })?;
    match found.state {
        ApprovalState::Returned { .. } => Ok(found),
        ApprovalState::Waiting
        | ApprovalState::Approved { .. }
        | ApprovalState::Refused { .. }
        | ApprovalState::Recalled => Err(Refusal::ApprovalSettled { approval }),
    }
}

/// Who returned it knows it; else the nearest above with the powers. The proof that their power
/// requires must stand with the request, for they can't bring it.
fn choose(
    case: &Case,
    resolution: &Resolution,
    proposer: &StaffId,
    returned: Option<&Approval>,
    cx: &Context<'_>,
) -> Result<StaffId, Refusal> {
    let knows = returned.and_then(|it| match &it.state {
        ApprovalState::Returned { by, .. } => Some(by),
        ApprovalState::Waiting
        | ApprovalState::Approved { .. }
        | ApprovalState::Refused { .. }
        | ApprovalState::Recalled => None,
    });
    let approver = knows
        .filter(|by| approver::may_approve(case, resolution, proposer, by, cx))
        .cloned()
        .or_else(|| approver_for(case, proposer, &resolution.remedies, cx.book, cx.now))
        .ok_or(Refusal::NobodyAbove)?;
    let granter = Granter { staff: &approver, spent_today: &SpentToday::new() };
    let asks = &resolution.remedies;
    match shortfalls(case, asks, granter, cx.book, cx.now).into_iter().next() {
        Some(refusal) => Err(refusal),
        None => Ok(approver),
    }
}
