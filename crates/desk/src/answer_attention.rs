//! Answer an item that needs attention: one item, one answer, nothing lost.

use crate::act::{Intent, On, op_id};
use crate::agreement::words;
use crate::view::{AttentionInput, AttentionWay};
use crate::{Desk, DeskError, Trouble};
use domain::case::Case;
use domain::{Action, DraftId, OpId, Refusal, Slot};
use store::{AttentionWay as Way, SavedAction, Subject};

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

    fn let_go(&mut self, op: OpId, subject: &Subject) -> Result<(), DeskError> {
        let now = self.edge.now();
        if let Subject::Draft(draft) = subject {
            self.vault.discard_draft(draft.draft, now)?;
        }
        self.vault.resolve_attention(op, Way::Discarded, now)?;
        self.refresh_overlay(match subject {
            Subject::Action(saved) => saved.action.case,
            Subject::Draft(draft) => draft.case,
        })
    }

    fn go_on(&mut self, saved: &SavedAction, way: AttentionWay) -> Result<(), DeskError> {
        let id = saved.action.case.ok_or(Refusal::UnknownCase)?;
        let case = self.case_now(id)?.ok_or(Refusal::UnknownCase)?;
        let on = On { case: id, base: self.base_now(id)? };
        let op = saved.action.op;
        let action = saved.read()?;
        let intent = match way {
            AttentionWay::Confirm => confirmed(on, action, &case, op),
            AttentionWay::MakeApproval => on.with(as_approval(action, &case)?),
            AttentionWay::AddAsNote | AttentionWay::HandToOwner | AttentionWay::Discard => {
                on.with(as_note(&action)?)
            }
        };
        self.act(&intent.answering(op, way_of(way)))?;
        Ok(())
    }
}

/// The same act, having seen what changed: its own place in the conversation is the next one.
fn confirmed(on: On, action: Action, case: &Case, op: OpId) -> Intent {
    on.with(renewed(action, case)).confirming(op)
}

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
