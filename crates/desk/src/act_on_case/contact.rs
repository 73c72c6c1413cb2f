//! Record one more contact on a case that exists: no identity field is asked (R01, R03).

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, RecordContact};

impl Desk {
    pub(super) fn contact(&mut self, on: On, contact: RecordContact) -> Result<Saved, DeskError> {
        self.act(&on.with(Action::RecordContact(contact)))
    }
}
