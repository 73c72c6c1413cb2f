//! Whether a case moved since the writer looked (`sync.md`, The action on the wire).

use super::{Ask, Bench};
use crate::Error;
use domain::case::{Case, ContactDirection, Stage};
use domain::{Event, Recorded};
use protocol::Changed;

impl Bench<'_> {
    /// What moved since the writer looked and not by their own chain: the person wrote, somebody wrote
    /// to the person, another owner, stage, revision or ending. Nothing else ever asks.
    pub(super) fn moved(&self, ask: &Ask<'_>, case: &Case) -> Result<Vec<Changed>, Error> {
        let Some(seen) = &ask.seen else { return Ok(Vec::new()) };
        if ask.action.ignores_movement() {
            return Ok(Vec::new());
        }
        let events = self.tx.events_by_others(self.agency, case.id, seen.base.seq, &seen.link)?;
        let mut changed: Vec<Changed> = Vec::new();
        for recorded in &events {
            for it in changes(recorded, case) {
                if !changed.contains(&it) {
                    changed.push(it);
                }
            }
        }
        Ok(changed)
    }
}

/// What one event moved, told as it stands now.
#[expect(clippy::wildcard_enum_match_arm, reason = "nothing else ever asks")]
fn changes(recorded: &Recorded, case: &Case) -> Vec<Changed> {
    let op = recorded.op;
    match &recorded.event {
        Event::ContactRecorded { direction: ContactDirection::Inbound, .. } => {
            vec![Changed::Inbound { op }]
        }
        Event::ReplySent { .. } => vec![Changed::Outbound { op }],
        Event::OwnerChanged { .. } => vec![Changed::Owner { owner: case.owner.clone() }],
        Event::Confirmed { .. } | Event::Disputed { .. } => {
            vec![Changed::Inbound { op }, stage(case.stage)]
        }
        Event::Decided { .. } | Event::Closed { .. } | Event::Reviewed { .. } => {
            vec![stage(case.stage)]
        }
        Event::ApprovalRequested { revision, .. } => {
            vec![Changed::Revision { revision: *revision }]
        }
        Event::ApprovalReturned { approval, .. } => {
            let revision = case.approvals.iter().find(|it| it.id == *approval);
            revision.map(|it| Changed::Revision { revision: it.revision }).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn stage(stage: Stage) -> Changed {
    Changed::Stage { stage }
}
