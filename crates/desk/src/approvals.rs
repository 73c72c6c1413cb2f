//! Approvals that wait for me, and one of them whole: nobody approves what they have not read.

use crate::act::{case_id, op_id};
use crate::show::{self, Reader, said, said_if_any};
use crate::view::{ApprovalLine, ApprovalRow, ApprovalView, Precedent};
use crate::{Desk, DeskError};
use domain::case::{Approval, ApprovalState, Case, Ending};
use domain::money::Money;
use domain::{Refusal, Resolution};
use std::collections::BTreeSet;
use store::StoredCase;

/// Precedents of one remedy that are shown.
const PRECEDENTS_MAX: u32 = 5;

impl Desk {
    /// The approvals that wait for the user, the nearest limit first.
    pub fn approvals(&self) -> Result<Vec<ApprovalRow>, DeskError> {
        let book = self.book()?;
        let reader = Reader { book: &book, me: &self.staff, now: self.now() };
        let mut rows = Vec::new();
        for (case, approval) in self.cache.approvals_waiting(&self.staff)? {
            let Some(stored) = self.stored(case)? else { continue };
            let waits = stored.case.approvals.iter().find(|it| it.id == approval);
            rows.extend(
                waits.map(|it| show::approval_row(reader, show::row(reader, stored.row()), it)),
            );
        }
        Ok(rows)
    }

    /// One approval with its story, its precedents and its exact letter.
    pub fn show_approval(&self, case: &str, approval: &str) -> Result<ApprovalView, DeskError> {
        let approval = op_id(approval)?;
        let stored = self.stored(case_id(case)?)?.ok_or(Refusal::UnknownCase)?;
        let found = stored.case.approvals.iter().find(|it| it.id == approval);
        let approval = found.ok_or(Refusal::UnknownApproval { approval })?;
        let book = self.book()?;
        let reader = Reader { book: &book, me: &self.staff, now: self.now() };
        let row = show::row(reader, stored.row());
        let StoredCase { case, events, .. } = &stored;
        Ok(ApprovalView {
            head: show::approval_row(reader, row, approval),
            revision: approval.revision,
            resolution: approval.resolution.clone(),
            points: case.points.iter().map(said).collect(),
            own_words: said_if_any(&case.own_words),
            story: show::story(reader, case, events),
            lines: lines(reader, case, approval),
            precedents: self.precedents(case, &approval.resolution)?,
            state: approval.state.clone(),
            mine_to_answer: mine_to_answer(reader, approval),
        })
    }

    /// The same remedies on the same category before, on other cases, newest first.
    fn precedents(
        &self,
        case: &Case,
        resolution: &Resolution,
    ) -> Result<Vec<Precedent>, DeskError> {
        let (book, now) = (self.book()?, self.now());
        let remedies: BTreeSet<_> = resolution.remedies.iter().map(|it| &it.remedy).collect();
        let mut precedents = Vec::new();
        for remedy in remedies {
            let found = self.cache.precedents(remedy, &case.category, PRECEDENTS_MAX + 1, now)?;
            let others = found.into_iter().filter(|it| it.row.line.id != case.id);
            precedents.extend(others.take(PRECEDENTS_MAX as usize).map(|it| Precedent {
                case: it.row.line.id.to_string(),
                reference: it.row.line.reference.to_string(),
                at: it.granted_at,
                amount: it.amount_minor.and_then(|it| Money::new(it, book.currency).ok()),
                confirmed: it.row.line.ending == Some(Ending::Confirmed),
            }));
        }
        precedents.sort_by_key(|it| std::cmp::Reverse(it.at));
        Ok(precedents)
    }
}

/// What is asked for beside what the asker may grant alone. The order is that of the request.
fn lines(reader: Reader<'_>, case: &Case, approval: &Approval) -> Vec<ApprovalLine> {
    let lines = approval.resolution.remedies.iter().map(|ask| {
        let power =
            reader.book.power_for(&approval.proposer, &ask.remedy, &case.category, reader.now);
        let basis = reader.book.remedies.get(&ask.remedy).map(|it| it.legal_basis.clone());
        ApprovalLine {
            label: show::remedy_label(reader, &ask.remedy),
            amount: ask.amount,
            asker_limit: power.and_then(|it| it.limit_case),
            legal_basis: basis.unwrap_or_else(|| show::remedy_label(reader, &ask.remedy)),
        }
    });
    lines.collect()
}

/// It waits, for me among others, and I am not the one who asks.
fn mine_to_answer(reader: Reader<'_>, approval: &Approval) -> bool {
    approval.state == ApprovalState::Waiting
        && approval.proposer != *reader.me
        && approval.approvers.contains(reader.me)
}
