//! Review a disputed decision, as somebody who had no part in it.

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, ReviewOutcome};

impl Desk {
    pub(super) fn review(
        &mut self,
        on: On,
        outcome: ReviewOutcome,
        reasons: String,
    ) -> Result<Saved, DeskError> {
        let decision = self.standing_decision(on.case)?;
        self.act(&on.with(Action::Review { decision, outcome, reasons }))
    }
}
