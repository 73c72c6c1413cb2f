//! Where a request for approval stands.

use crate::case::{Approval, ApprovalState, Ask, Asked, Case};
use crate::{ApprovalId, Event, Recorded, StaffId};
use chrono::{DateTime, Utc};

pub(super) fn change(case: &mut Case, recorded: &Recorded) {
    match &recorded.event {
        Event::ApprovalRequested { approval, approver, limit, .. } => {
            case.approvals.retain(|it| it.id != *approval);
            case.approvals.extend(requested(recorded));
            case.asks.push(asked(*approval, approver, recorded.at, *limit));
        }
        Event::ApprovalPassed { approval, to, limit } => {
            passed(case, *approval, to, *limit, recorded.at);
        }
        Event::Approved { approval, by, .. } => {
            settle(case, *approval, ApprovalState::Approved { by: by.clone() });
        }
        Event::ApprovalRefused { approval, by, reasons } => {
            let (by, reasons) = (by.clone(), reasons.clone());
            settle(case, *approval, ApprovalState::Refused { by, reasons });
        }
        Event::ApprovalReturned { approval, by, note } => {
            let (by, note) = (by.clone(), note.clone());
            settle(case, *approval, ApprovalState::Returned { by, note });
        }
        Event::ApprovalRecalled { approval } => settle(case, *approval, ApprovalState::Recalled),
        _ => {}
    }
}

fn requested(recorded: &Recorded) -> Option<Approval> {
    let Event::ApprovalRequested { approval, revision, resolution, proposer, approver, limit } =
        &recorded.event
    else {
        return None;
    };
    Some(Approval {
        id: *approval,
        revision: *revision,
        resolution: (**resolution).clone(),
        proposer: proposer.clone(),
        approvers: vec![approver.clone()],
        asked_at: recorded.at,
        limit: *limit,
        state: ApprovalState::Waiting,
    })
}

/// The one asked last holds; those asked before stay entitled.
fn passed(
    case: &mut Case,
    approval: ApprovalId,
    to: &StaffId,
    limit: DateTime<Utc>,
    at: DateTime<Utc>,
) {
    if let Some(it) = case.approvals.iter_mut().find(|it| it.id == approval) {
        it.approvers.push(to.clone());
        it.limit = limit;
    }
    if let Some(ask) = case.asks.iter_mut().find(|ask| ask.op == approval) {
        *ask = asked(approval, to, at, limit);
    }
}

fn asked(approval: ApprovalId, of: &StaffId, since: DateTime<Utc>, limit: DateTime<Utc>) -> Ask {
    let of = Asked::Approver { staff: of.clone() };
    Ask { op: approval, of, since, until: Some(limit) }
}

fn settle(case: &mut Case, approval: ApprovalId, state: ApprovalState) {
    case.asks.retain(|ask| ask.op != approval);
    if let Some(it) = case.approvals.iter_mut().find(|it| it.id == approval) {
        it.state = state;
    }
}
