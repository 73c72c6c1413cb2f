//! Give a case to somebody of the unit.

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, StaffId};

impl Desk {
    pub(super) fn assign(&mut self, on: On, to: &str) -> Result<Saved, DeskError> {
        self.act(&on.with(Action::Assign { to: StaffId::new(to) }))
    }
}
