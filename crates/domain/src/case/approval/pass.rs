//! Silence: at the limit a request passes to the deputy, or to the next above (R33).

use super::super::{Approval, Case, clocks, guard};
use super::approver;
use super::waiting;
use crate::{ApprovalId, Context, Event, Refusal, StaffId};

pub(in super::super) fn pass(
    case: &Case,
    approval: ApprovalId,
    to: &StaffId,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::clockwork(cx)?;
    let it = waiting(case, approval)?;
    if it.limit > cx.now || next_approver(case, it, cx).as_ref() != Some(to) {
        return Err(Refusal::NotDue);
    }
    let lengths = &cx.book.category(&case.category)?.clocks;
    let limit = clocks::approval_limit(lengths, cx.book.calendar_of(&case.unit), cx.now);
    Ok(vec![Event::ApprovalPassed { approval, to: to.clone(), limit }])
}

/// To whom the silence of those asked so far passes it: the deputy of the last one, if they could
/// approve; else the next above who could; else the deputy, who can at least refuse or return it.
pub(in super::super) fn next_approver(
    case: &Case,
    it: &Approval,
    cx: &Context<'_>,
) -> Option<StaffId> {
    let deputy = it.approvers.last().and_then(|last| cx.book.deputy_of(last, cx.now));
    let above = cx.book.chain_above(&it.proposer, &case.unit, cx.now);
    let is_new = |staff: &&StaffId| !it.approvers.contains(staff) && **staff != it.proposer;
    let could =
        |staff: &&StaffId| approver::may_approve(case, &it.resolution, &it.proposer, staff, cx);
    let candidates = deputy.iter().chain(&above).filter(is_new);
    let answers = |staff: &&StaffId| approver::may_answer(case, staff, cx);
    candidates.clone().find(could).or_else(|| deputy.iter().filter(is_new).find(answers)).cloned()
}
