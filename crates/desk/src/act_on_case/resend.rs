//! Send a message again that did not reach the person.

use crate::act::{On, op_id};
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, LetterId};

impl Desk {
    pub(super) fn resend(&mut self, on: On, op: &str, n: u16) -> Result<Saved, DeskError> {
        let letter = LetterId { op: op_id(op)?, n };
        self.act(&on.with(Action::ResendLetter { letter }))
    }
}
