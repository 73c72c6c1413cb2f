//! Take an own action back, before its effect has left the house (`sync.md`, withdraw).

use crate::act::{On, op_id};
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, CaseId, DraftId, OpId, Refusal};
use store::{Along, SavedAction};

impl Desk {
    /// Takes an action back. What was never sent is cancelled here at once; the text that it carried
    /// is a draft again.
    pub fn take_back(&mut self, op: &str) -> Result<Saved, DeskError> {
        let op = op_id(op)?;
        let taken = self.vault.action(op)?.ok_or(Refusal::NotYours)?;
        let case = taken.action.case.ok_or(Refusal::TooLate)?;
        let saved = if self.has_effect(case, op)? || !taken.standing.is_pending() {
            let on = On { case, base: self.base_now(case)? };
            self.act(&on.with(Action::Withdraw { op }).cancelling(op))?
        } else {
            self.give_up(case, op, Along { cancels: Some(op), ..Along::default() })?
        };
        self.reopen_draft(&taken)?;
        Ok(saved)
    }

    /// An action that the news made impossible has no effect to take back.
    fn has_effect(&self, case: CaseId, op: OpId) -> Result<bool, DeskError> {
        Ok(self.events_now(case)?.iter().any(|it| it.op == op))
    }

    fn reopen_draft(&mut self, taken: &SavedAction) -> Result<(), DeskError> {
        let Some(draft) = draft_of(&taken.read()?) else { return Ok(()) };
        let Some(last) = self.vault.revisions(draft)?.into_iter().next() else { return Ok(()) };
        let saved_at = self.edge.now();
        Ok(self.vault.put_draft(&store::Draft { saved_at, ..last })?)
    }
}

/// The draft that an action closed, where its words name one.
fn draft_of(action: &Action) -> Option<DraftId> {
    if let Action::SendReply(reply) | Action::AskPerson(reply) = action {
        reply.draft
    } else if let Action::Decide(resolution) | Action::RequestApproval { resolution, .. } = action {
        resolution.letter.draft
    } else {
        None
    }
}
