//! Approvals: what is asked, what it costs, and what the asker could have granted alone.

use super::facts::labels_of;
use super::who::Reader;
use crate::view::{ApprovalRow, CaseApproval, QueueRow};
use domain::Resolution;
use domain::case::{Approval, Case};
use domain::money::Money;

/// A row of the approvals that wait for the reader.
pub fn approval_row(reader: Reader<'_>, row: QueueRow, approval: &Approval) -> ApprovalRow {
    ApprovalRow {
        approval: approval.id.to_string(),
        row,
        proposer: reader.who(&approval.proposer),
        remedies: labels_of(reader, &approval.resolution.remedies),
        cost: cost(&approval.resolution),
        asked_at: approval.asked_at,
        limit: approval.limit,
        as_deputy: approval.approvers.first() != Some(reader.me),
    }
}

/// The approvals of a case, newest last.
pub fn case_approvals(reader: Reader<'_>, case: &Case) -> Vec<CaseApproval> {
    let views = case.approvals.iter().map(|it| CaseApproval {
        approval: it.id.to_string(),
        revision: it.revision,
        of: it.approvers.last().map(|staff| reader.who(staff)),
        asked_at: it.asked_at,
        limit: it.limit,
        state: it.state.clone(),
        mine: it.proposer == *reader.me,
        resolution: it.resolution.clone(),
    });
    views.collect()
}

/// All amounts together; none when nothing costs money. Currencies are the agency's only one.
fn cost(resolution: &Resolution) -> Option<Money> {
    let amounts = resolution.remedies.iter().filter_map(|it| it.amount);
    amounts.map(Some).reduce(|sum, amount| sum?.plus(amount?).ok()).flatten()
}
