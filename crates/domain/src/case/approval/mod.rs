//! Approvals of whole resolutions: asked, passed on by silence, granted, refused, returned, recalled.

mod approve;
mod approver;
mod pass;
mod refuse;
mod request;

pub(super) use approve::approve;
pub(super) use pass::{next_approver, pass};
pub(super) use refuse::{recall, refuse, return_for_revision};
pub(super) use request::request;

use super::{Approval, ApprovalState, Case, guard};
use crate::book::Right;
use crate::{ApprovalId, Context, Refusal, StaffId};

impl Approval {
    /// Whether nobody has answered yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.state == ApprovalState::Waiting
    }
}

/// The approval, if nobody has answered it yet.
fn waiting(case: &Case, approval: ApprovalId) -> Result<&Approval, Refusal> {
    let found = case.approvals.iter().find(|it| it.id == approval);
    let found = found.ok_or(Refusal::UnknownApproval { approval })?;
    if found.waits() { Ok(found) } else { Err(Refusal::ApprovalSettled { approval }) }
}

/// The actor may answer this revision: entitled, not the proposer, and has read what stands there.
fn answerer<'a>(
    case: &Case,
    it: &Approval,
    revision: u32,
    cx: &Context<'a>,
) -> Result<&'a StaffId, Refusal> {
    let staff = guard::staff(cx, Right::Approve)?;
    if *staff == it.proposer {
        return Err(Refusal::OwnRequest);
    }
    if !approver::is_entitled(it, staff, cx) {
        return Err(Refusal::NotApprover);
    }
    if revision != it.revision {
        return Err(Refusal::RevisionMoved { revision: it.revision });
    }
    if guard::is_conflicted(case, staff, cx.book, cx.now) {
        return Err(Refusal::IsAccused);
    }
    Ok(staff)
}
