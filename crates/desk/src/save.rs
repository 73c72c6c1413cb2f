//! The way of every act: load, ask the rule, sign, save in one transaction, lay its effect over.

use crate::act::{Intent, On};
use crate::ground::Ground;
use crate::view::Saved;
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::case::HOLD;
use domain::{Action, CaseId, Event, OpId, Recorded, Refusal, lease_allows};
use protocol::{Hash, Header, SignedAction, sign};
use store::{Along, ChainHead, NewAction};

/// Kinds as they stand in a header.
const OPEN_CASE: &str = "open_case";
const WITHDRAW: &str = "withdraw";

impl Desk {
    /// Does an act, or leaves no trace. What this returns is *saved*: it lies in the vault as the
    /// exact bytes that will travel.
    pub(crate) fn act(&mut self, intent: &Intent) -> Result<Saved, DeskError> {
        let ground = self.ground(intent.case)?;
        self.within_lease(&intent.action, ground.now)?;
        let case = ground.stored.as_ref().map(|it| &it.case);
        let events = domain::case::decide(case, &intent.action, &ground.cx())?;
        self.save(intent, &ground, events)
    }

    /// Gives up an action that had no effect: refused, or still waiting. No rule of the case speaks of
    /// it, so none is asked; the platform judges it, and all that waits behind it, as nothing
    /// (`sync.md`, Order).
    pub(crate) fn give_up(
        &mut self,
        case: CaseId,
        op: OpId,
        along: Along,
    ) -> Result<Saved, DeskError> {
        let on = On { case, base: self.base_or_none(case)? };
        let ground = self.ground(case)?;
        let intent = Intent { along, ..on.with(Action::Withdraw { op }) };
        self.save(&intent, &ground, Vec::new())
    }

    fn save(
        &mut self,
        intent: &Intent,
        ground: &Ground,
        events: Vec<Event>,
    ) -> Result<Saved, DeskError> {
        let action = self.signed(intent, ground)?;
        self.vault.save_action(&action, intent.along)?;
        if let Err(error) = self.lay_over(intent, ground, events) {
            // It is saved all the same: the overlay is made anew at the next pull or start.
            tracing::warn!(?error, "the overlay waits");
        }
        let undo_until = may_be_undone(&intent.action).then(|| self.edge.now() + HOLD);
        Ok(Saved { op: ground.op.to_string(), case: intent.case.to_string(), undo_until })
    }

    /// The effect at once in view and searchable. What takes something back can't be laid over, because
    /// a case is undone only by adding it up anew.
    fn lay_over(
        &mut self,
        intent: &Intent,
        ground: &Ground,
        events: Vec<Event>,
    ) -> Result<(), DeskError> {
        if matches!(intent.action, Action::Withdraw { .. }) {
            return self.refresh_overlay(Some(&[intent.case]));
        }
        let before = ground.stored.as_ref().map(|it| it.case.clone());
        Ok(self.cache.lay_over(intent.case, before, recorded(intent, ground, events))?)
    }

    /// A device that has not met the platform for too long types, notes and records who came.
    fn within_lease(&self, action: &Action, now: DateTime<Utc>) -> Result<(), DeskError> {
        if !lease_allows(action) && self.is_lease_over(now)? {
            return Err(Refusal::LeaseOver.into());
        }
        Ok(())
    }

    fn signed(&self, intent: &Intent, ground: &Ground) -> Result<NewAction, DeskError> {
        let head = self.vault.chain()?;
        let files = intent.action.files().iter();
        let attachments: Vec<String> = files.map(|it| it.hash.clone()).collect();
        let header = Header {
            op: ground.op,
            agency: self.agency.clone(),
            device: self.device,
            store: head.store,
            dev_seq: head.next_dev_seq,
            prev: Hash(head.prev_hash),
            kind: String::new(),
            version: Action::VERSION,
            case: Some(intent.case),
            actor: ground.actor.clone(),
            base: intent.base,
            depends_on: self.built_on(intent)?,
            confirms: intent.confirms,
            grant: ground.lent,
            body_hash: Hash::ZERO,
            body_bytes: 0,
            attachments: attachments.clone(),
            claimed_at: ground.now,
        };
        let signed = sign(header, &intent.action, &self.signing)?;
        Ok(saved_as(signed, intent, ground, head, attachments))
    }

    /// What must be accepted before. What only adds needs nothing but the case itself; an answer to a
    /// question comes before all that waits behind it; taking back stands alone. Anything else builds
    /// on the last unjudged action that changed the case, which names the one before it, and so on.
    fn built_on(&self, intent: &Intent) -> Result<Vec<OpId>, DeskError> {
        if intent.confirms.is_some() || matches!(intent.action, Action::Withdraw { .. }) {
            return Ok(Vec::new());
        }
        let mut pending = self.vault.pending_of(intent.case)?;
        pending.retain(|it| !it.cancelled && !it.action.only_adds && it.action.kind != WITHDRAW);
        if intent.action.only_adds() {
            pending.retain(|it| it.action.kind == OPEN_CASE);
        }
        Ok(pending.last().map(|it| it.action.op).into_iter().collect())
    }
}

fn saved_as(
    signed: SignedAction,
    intent: &Intent,
    ground: &Ground,
    head: ChainHead,
    attachments: Vec<String>,
) -> NewAction {
    NewAction {
        op: ground.op,
        dev_seq: head.next_dev_seq,
        prev_hash: head.prev_hash,
        case: Some(intent.case),
        kind: intent.action.kind().to_owned(),
        only_adds: intent.action.only_adds(),
        actor: ground.actor.clone(),
        claimed_at: ground.now,
        header: signed.header.0,
        body: signed.body.unwrap_or_default().0,
        signature: signed.signature.0,
        attachments,
    }
}

/// Events without a number: the platform has not judged them.
fn recorded(intent: &Intent, ground: &Ground, events: Vec<Event>) -> Vec<Recorded> {
    let of_action = |(event, n)| Recorded {
        seq: None,
        case: Some(intent.case),
        op: ground.op,
        n,
        actor: ground.actor.clone(),
        at: ground.now,
        claimed_at: ground.now,
        event,
    };
    events.into_iter().zip(0..).map(of_action).collect()
}

/// An opened case has a reference that the person may hold already; taking back is not taken back.
fn may_be_undone(action: &Action) -> bool {
    !matches!(action, Action::OpenCase(_) | Action::Withdraw { .. } | Action::ResendLetter { .. })
}
