//! Decide a case within one's own powers: remedies, answers and letter, judged whole.

use crate::act::On;
use crate::view::{DecideInput, Saved};
use crate::{Desk, DeskError, compose};
use domain::Action;

impl Desk {
    /// Decides a case. Above one's power the refusal says so, and [`Desk::request_approval`] takes
    /// the same input.
    pub fn decide_case(&mut self, input: DecideInput) -> Result<Saved, DeskError> {
        let on = On::of(&input.letter.case, &input.letter.seen)?;
        let resolution = compose::resolution(input)?;
        let draft = resolution.letter.draft;
        self.act(&on.with(Action::Decide(Box::new(resolution))).closing(draft))
    }
}
