//! Record that the person said "solved" or "not solved" to us.

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, CaseId, DecisionId, Refusal};

impl Desk {
    pub(super) fn heard(&mut self, on: On, solved: bool, text: String) -> Result<Saved, DeskError> {
        let decision = self.standing_decision(on.case)?;
        let action = if solved {
            Action::HeardSolved { decision, text }
        } else {
            Action::HeardNotSolved { decision, text }
        };
        self.act(&on.with(action))
    }

    /// The decision that the person or a reviewer speaks of: the one that stands now.
    pub(super) fn standing_decision(&self, case: CaseId) -> Result<DecisionId, DeskError> {
        let case = self.case_now(case)?.ok_or(Refusal::UnknownCase)?;
        Ok(case.decision.as_ref().ok_or(Refusal::WrongDecision)?.id)
    }
}
