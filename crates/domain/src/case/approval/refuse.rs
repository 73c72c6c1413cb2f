//! An approver says no or asks for another revision; the asker takes the request back.

use super::super::{Case, guard};
use super::{answerer, waiting};
use crate::book::Right;
use crate::{ApprovalId, Context, Event, Refusal};

pub(in super::super) fn refuse(
    case: &Case,
    approval: ApprovalId,
    revision: u32,
    reasons: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let by = answerer(case, waiting(case, approval)?, revision, cx)?.clone();
    guard::written("reasons", reasons, guard::TEXT_CHARS_MAX)?;
    Ok(vec![Event::ApprovalRefused { approval, by, reasons: reasons.to_owned() }])
}

pub(in super::super) fn return_for_revision(
    case: &Case,
    approval: ApprovalId,
    revision: u32,
    note: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let by = answerer(case, waiting(case, approval)?, revision, cx)?.clone();
    guard::written("note", note, guard::TEXT_CHARS_MAX)?;
    Ok(vec![Event::ApprovalReturned { approval, by, note: note.to_owned() }])
}

pub(in super::super) fn recall(
    case: &Case,
    approval: ApprovalId,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let staff = guard::staff(cx, Right::Handle)?;
    let it = waiting(case, approval)?;
    // The owner answers for the case now, also for what an earlier owner asked.
    if it.proposer != *staff && case.owner.as_ref() != Some(staff) {
        return Err(Refusal::NotYours);
    }
    Ok(vec![Event::ApprovalRecalled { approval }])
}
