//! Ask somebody above to make a whole resolution happen.

use crate::act::{On, op_id};
use crate::view::{DecideInput, Saved};
use crate::{Desk, DeskError, compose};
use domain::Action;

impl Desk {
    /// Sends a resolution up, new or as the revision of one that was returned.
    pub fn request_approval(&mut self, input: DecideInput) -> Result<Saved, DeskError> {
        let on = On::of(&input.letter.case, &input.letter.seen)?;
        let revises = input.revises.as_deref().map(op_id).transpose()?;
        let resolution = Box::new(compose::resolution(input)?);
        let draft = resolution.letter.draft;
        self.act(&on.with(Action::RequestApproval { resolution, revises }).closing(draft))
    }
}
