//! Answer an item that needs attention: one item, one answer, nothing lost.

use crate::act::{On, op_id};
use crate::agreement::words;
use crate::view::{AttentionInput, AttentionWay};
use crate::{Desk, DeskError, Trouble};
use domain::case::Case;
use domain::{Action, DraftId, OpId, Refusal, Slot};
use store::{Along, AttentionWay as Way, SavedAction, Subject};

impl Desk {
    /// Answers an item. A new action that goes with the answer closes the item in the transaction in
    /// which it is saved; when a rule refuses it, the item stays.
    pub fn answer_attention(&mut self, input: &AttentionInput) -> Result<(), DeskError> {
        let op = op_id(&input.op)?;
        let subject = self.open_item(op)?;
        match (input.way, subject) {
            (AttentionWay::Discard, subject) => self.let_go(op, &subject),
            (_, Subject::Draft(_)) => Err(Trouble::NothingToAnswer.into()),
            (way, Subject::Action(saved)) => self.go_on(&saved, way),
        }
    }

    fn open_item(&self, op: OpId) -> Result<Subject, DeskError> {
        let items = self.vault.attention()?.into_iter().map(|it| it.subject);
        let mut items = items.filter(|it| match it {
            Subject::Action(saved) => saved.action.op == op,
            Subject::Draft(draft) => draft.draft == DraftId(op.0),
        });
        Ok(items.next().ok_or(Trouble::NothingToAnswer)?)
    }

    /// Lets an item go: the text is kept for 90 days. Its case goes on without it and without all that
    /// waits behind it.
    fn let_go(&mut self, op: OpId, subject: &Subject) -> Result<(), DeskError> {
        let now = self.edge.now();
        match subject {
            Subject::Action(saved) if holds_others(saved) => {
                self.settle_with(saved, Way::Discarded)
            }
            Subject::Action(_) => Ok(self.vault.resolve_attention(op, Way::Discarded, now)?),
            Subject::Draft(draft) => {
                self.vault.discard_draft(draft.draft, now)?;
                Ok(self.vault.resolve_attention(op, Way::Discarded, now)?)
            }
        }
    }

    /// Gives the action up, and closes its item in the transaction that says so.
    fn settle_with(&mut self, saved: &SavedAction, way: Way) -> Result<(), DeskError> {
        let case = saved.action.case.ok_or(Refusal::UnknownCase)?;
        let op = saved.action.op;
        let along = Along { cancels: Some(op), answers: Some((op, way)), ..Along::default() };
        self.give_up(case, op, along)?;
        Ok(())
    }

    /// Whether the rule would let the same act through now, having seen what changed.
    pub(crate) fn may_confirm(&self, case: &Case, action: &Action) -> Result<bool, DeskError> {
        let ground = self.ground(case.id)?;
        let renewed = renewed(action.clone(), case);
        Ok(domain::case::decide(Some(ground.case()?), &renewed, &ground.cx()).is_ok())
    }

    /// Goes on with a new action that names the old one, so that what waits behind it goes on too.
    fn go_on(&mut self, saved: &SavedAction, way: AttentionWay) -> Result<(), DeskError> {
        let id = saved.action.case.ok_or(Refusal::UnknownCase)?;
        let case = self.case_now(id)?.ok_or(Refusal::UnknownCase)?;
        let on = On { case: id, base: self.base_now(id)? };
        let op = saved.action.op;
        let action = saved.read()?;
        let intent = on.with(match way {
            AttentionWay::Confirm => renewed(action, &case),
            AttentionWay::MakeApproval => as_approval(action, &case)?,
            AttentionWay::AddAsNote | AttentionWay::HandToOwner | AttentionWay::Discard => {
                as_note(&action)?
            }
        });
        if saved.standing.is_pending() {
            // It may still be judged, so it is given up beside; first the words are safe.
            self.act(&intent)?;
            return self.settle_with(saved, way_of(way));
        }
        self.act(&intent.confirming(op).answering(op, way_of(way)))?;
        Ok(())
    }
}

/// What only adds holds nobody; neither does what was never sent and is cancelled here.
fn holds_others(saved: &SavedAction) -> bool {
    !saved.action.only_adds && !saved.cancelled
}

/// The same act, having seen what changed: its own place in the conversation is the next one.
fn renewed(mut action: Action, case: &Case) -> Action {
    if let Action::SendReply(reply) | Action::AskPerson(reply) = &mut action {
        reply.slot = next_slot(case);
    } else if let Action::Decide(resolution) | Action::RequestApproval { resolution, .. } =
        &mut action
    {
        resolution.letter.slot = next_slot(case);
    }
    action
}

fn next_slot(case: &Case) -> Slot {
    let ordinal = u32::try_from(case.outbound.len()).unwrap_or(u32::MAX);
    Slot { last_inbound: case.last_inbound, ordinal }
}

fn as_approval(action: Action, case: &Case) -> Result<Action, Refusal> {
    let Action::Decide(mut resolution) = action else { return Err(Refusal::UnknownGrant) };
    resolution.letter.slot = next_slot(case);
    Ok(Action::RequestApproval { resolution, revises: None })
}

fn as_note(action: &Action) -> Result<Action, Refusal> {
    let text = words(action).ok_or(Refusal::Empty { field: "text".to_owned() })?;
    Ok(Action::AddNote { text: text.to_owned() })
}

fn way_of(way: AttentionWay) -> Way {
    match way {
        AttentionWay::Confirm => Way::Confirmed,
        AttentionWay::MakeApproval => Way::MadeApproval,
        AttentionWay::AddAsNote => Way::AddedAsNote,
        AttentionWay::HandToOwner => Way::HandedToOwner,
        AttentionWay::Discard => Way::Discarded,
    }
}
