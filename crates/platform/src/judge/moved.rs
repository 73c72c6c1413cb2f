//! Whether a case moved since the writer looked (`sync.md`, The action on the wire).

use super::{Ask, Bench, Seen};
use crate::Error;
use domain::case::{Case, ContactDirection, Stage, fold};
use domain::{Event, OpId, Recorded};
use protocol::{Changed, Outcome};

impl Bench<'_> {
    /// What moved since the writer looked and not by their own chain: the person wrote, somebody wrote
    /// to the person, another owner, stage, revision or ending. Nothing else ever asks.
    pub(super) fn moved(&self, ask: &Ask<'_>, case: &Case) -> Result<Vec<Changed>, Error> {
        let Some(seen) = &ask.seen else { return Ok(Vec::new()) };
        if ask.action.ignores_movement() {
            return Ok(Vec::new());
        }
        let after = self.seen_until(seen, case)?;
        let events = self.tx.events_by_others(self.agency, case.id, after, &seen.link)?;
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

    /// The number up to which the writer has seen the case. What they say is believed only if it fits
    /// the history: the number is of an event of this case, and the last messages there are those that
    /// they name. Else they are treated as having seen nothing, and are asked whenever anything moved.
    fn seen_until(&self, seen: &Seen, case: &Case) -> Result<u64, Error> {
        let base = &seen.base;
        if Some(base.seq) == case.seq {
            return Ok(if self.fits(seen, case)? { base.seq } else { 0 });
        }
        if base.seq == 0 || base.seq > self.head.seq {
            return Ok(0);
        }
        let events = self.tx.case_events(self.agency, case.id, 0, base.seq)?;
        if events.last().and_then(|it| it.seq) != Some(base.seq) {
            return Ok(0);
        }
        match fold(&events) {
            Some(stood) if self.fits(seen, &stood)? => Ok(base.seq),
            Some(_) | None => Ok(0),
        }
    }

    /// Whether the messages that the writer names are the last ones of a state.
    fn fits(&self, seen: &Seen, stood: &Case) -> Result<bool, Error> {
        let outbound = stood.outbound.last().map(|it| it.op);
        let inbound_fits = self.is_last(seen, seen.base.last_inbound, stood.last_inbound)?;
        Ok(inbound_fits && self.is_last(seen, seen.base.last_outbound, outbound)?)
    }

    /// Whether a named message is the one that stood last, or the writer's own that was not judged
    /// then: a desk shows its own work before the platform has judged it.
    fn is_last(
        &self,
        seen: &Seen,
        named: Option<OpId>,
        stood: Option<OpId>,
    ) -> Result<bool, Error> {
        if named == stood {
            return Ok(true);
        }
        let Some(op) = named else { return Ok(false) };
        let row = self.tx.action(self.agency, op)?;
        if row.and_then(|it| it.link).is_none_or(|it| it.device != seen.link.device) {
            return Ok(false);
        }
        let Some(verdict) = self.tx.verdict(self.agency, op)? else { return Ok(true) };
        Ok(match verdict.signed.read(None)?.outcome {
            Outcome::Accepted { seq_first: Some(first), .. } => first > seen.base.seq,
            Outcome::Accepted { seq_first: None, .. }
            | Outcome::Rejected { .. }
            | Outcome::NeedsConfirmation { .. } => true,
        })
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
