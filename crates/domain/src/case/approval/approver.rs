//! Who may approve a resolution.

use super::super::grant_limits::reaches;
use super::super::{Approval, Case, guard};
use crate::book::Right;
use crate::{Context, Resolution, StaffId};

/// Whether somebody could make the resolution happen now. Their day's spending is judged when they
/// approve.
pub(super) fn may_approve(
    case: &Case,
    resolution: &Resolution,
    proposer: &StaffId,
    staff: &StaffId,
    cx: &Context<'_>,
) -> bool {
    staff != proposer
        && may_answer(case, staff, cx)
        && reaches(case, &resolution.remedies, staff, cx.book, cx.now)
}

/// Whether somebody may answer approvals on this case at all.
pub(super) fn may_answer(case: &Case, staff: &StaffId, cx: &Context<'_>) -> bool {
    cx.book.rights_of_staff(staff, cx.now).contains(&Right::Approve)
        && !guard::is_conflicted(case, staff, cx.book, cx.now)
}

/// Those asked, those it passed to, and whoever holds the post of one of them on loan.
pub(super) fn is_entitled(approval: &Approval, staff: &StaffId, cx: &Context<'_>) -> bool {
    let lent = cx
        .book
        .delegations
        .iter()
        .any(|it| it.to == *staff && it.runs(cx.now) && approval.approvers.contains(&it.from));
    lent || approval.approvers.contains(staff)
}
