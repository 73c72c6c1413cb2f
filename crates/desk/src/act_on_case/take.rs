//! Become the owner of a case.

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::Action;

impl Desk {
    pub(super) fn take(&mut self, on: On) -> Result<Saved, DeskError> {
        self.act(&on.with(Action::Take))
    }
}
