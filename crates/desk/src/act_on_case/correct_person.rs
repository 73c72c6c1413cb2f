//! Correct the phones and mail addresses of the person of a case.

use crate::act::On;
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, CorrectPerson};

impl Desk {
    pub(super) fn correct_person(
        &mut self,
        on: On,
        correction: CorrectPerson,
    ) -> Result<Saved, DeskError> {
        self.act(&on.with(Action::CorrectPerson(correction)))
    }
}
