//! Where a request for approval stands.

use crate::case::{Approval, ApprovalState, Ask, Asked, Case};
use crate::{ApprovalId, Event, Recorded, StaffId};
use chrono::{DateTime, Utc};

/// A request, or the next revision of one that was returned.
pub(super) fn requested(case: &mut Case, recorded: &Recorded) {
    let Event::ApprovalRequested { approval, revision, resolution, proposer, approver, limit } =
        &recorded.event
    else {
        return;
    };
    case.approvals.retain(|it| it.id != *approval);
    case.approvals.push(Approval {
        id: *approval,
        revision: *revision,
        resolution: (**resolution).clone(),
        proposer: proposer.clone(),
        approvers: vec![approver.clone()],
        asked_at: recorded.at,
        limit: *limit,
        settled_at: None,
        state: ApprovalState::Waiting,
    });
    case.asks.push(asked(*approval, approver, recorded.at, *limit));
}

/// The one asked last holds; those asked before stay entitled.
pub(super) fn passed(
    case: &mut Case,
    recorded: &Recorded,
    approval: ApprovalId,
    to: &StaffId,
    limit: DateTime<Utc>,
) {
    if let Some(it) = case.approvals.iter_mut().find(|it| it.id == approval) {
        it.approvers.push(to.clone());
        it.limit = limit;
    }
    if let Some(ask) = case.asks.iter_mut().find(|ask| ask.op == approval) {
        *ask = asked(approval, to, recorded.at, limit);
    }
}

pub(super) fn settled(case: &mut Case, recorded: &Recorded, approval: ApprovalId) {
    case.asks.retain(|ask| ask.op != approval);
    let Some(it) = case.approvals.iter_mut().find(|it| it.id == approval) else { return };
    it.settled_at = Some(recorded.at);
    it.state = answer(&recorded.event);
}

fn answer(event: &Event) -> ApprovalState {
    if let Event::Approved { by, .. } = event {
        ApprovalState::Approved { by: by.clone() }
    } else if let Event::ApprovalRefused { by, reasons, .. } = event {
        ApprovalState::Refused { by: by.clone(), reasons: reasons.clone() }
    } else if let Event::ApprovalReturned { by, note, .. } = event {
        ApprovalState::Returned { by: by.clone(), note: note.clone() }
    } else {
        ApprovalState::Recalled
    }
}

fn asked(approval: ApprovalId, of: &StaffId, since: DateTime<Utc>, limit: DateTime<Utc>) -> Ask {
    let of = Asked::Approver { staff: of.clone() };
    Ask { op: approval, of, since, until: Some(limit) }
}
