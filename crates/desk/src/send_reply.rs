//! Send a text to the person, through the gate.

use crate::act::On;
use crate::view::{ReplyInput, Saved};
use crate::{Desk, DeskError, compose};
use domain::Action;

impl Desk {
    /// Sends a reply: saved here at once, on its way when the platform is reached, and not before
    /// ten seconds after its acceptance. Refusals are those of the gate.
    pub fn send_reply(&mut self, input: ReplyInput) -> Result<Saved, DeskError> {
        let on = On::of(&input.case, &input.seen)?;
        let reply = compose::reply(input)?;
        let draft = reply.draft;
        self.act(&on.with(Action::SendReply(reply)).closing(draft))
    }
}
