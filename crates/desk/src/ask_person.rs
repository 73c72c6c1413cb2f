//! Ask the person something: they hold the case until they answer or the limit is reached.

use crate::act::On;
use crate::view::{ReplyInput, Saved};
use crate::{Desk, DeskError, compose};
use domain::Action;
use domain::case::ReplyKind;

impl Desk {
    /// Sends a question. Whatever the window says its kind is, it is a question.
    pub fn ask_person(&mut self, input: ReplyInput) -> Result<Saved, DeskError> {
        let on = On::of(&input.case, &input.seen)?;
        let question = compose::reply(ReplyInput { kind: ReplyKind::Question, ..input })?;
        let draft = question.draft;
        self.act(&on.with(Action::AskPerson(question)).closing(draft))
    }
}
