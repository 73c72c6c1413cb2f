//! Grant a remedy within one's own powers, without deciding the case (R23).

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, RemedyAsk};

impl Desk {
    pub(super) fn grant_remedy(&mut self, on: On, ask: RemedyAsk) -> Result<Saved, DeskError> {
        self.act(&on.with(Action::GrantRemedy(ask)))
    }
}
