//! Give a case back to its unit.

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::Action;

impl Desk {
    pub(super) fn release(&mut self, on: On, because: String) -> Result<Saved, DeskError> {
        self.act(&on.with(Action::Release { because }))
    }
}
