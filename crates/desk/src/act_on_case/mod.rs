//! The short acts on a case: one file each, one rule each.

mod assign;
mod contact;
mod correct_person;
mod grant_remedy;
mod heard;
mod note;
mod release;
mod resend;
mod review;
mod take;
mod update_remedy;

use crate::act::On;
use crate::view::{Act, ActInput, Saved};
use crate::{Desk, DeskError};

impl Desk {
    /// Does one short act on a case and saves it. Refusals are those of its rule.
    pub fn act_on_case(&mut self, input: ActInput) -> Result<Saved, DeskError> {
        let on = On::of(&input.case, &input.seen)?;
        match input.act {
            Act::Take => self.take(on),
            Act::Assign { to } => self.assign(on, &to),
            Act::Release { because } => self.release(on, because),
            Act::Note { text, draft } => self.note(on, text, draft.as_deref()),
            Act::Contact { channel, direction, outcome, own_words, cost } => self.contact(
                on,
                domain::RecordContact { channel, direction, outcome, own_words, cost },
            ),
            Act::CorrectPerson { correction } => self.correct_person(on, correction),
            Act::Grant { ask } => self.grant_remedy(on, ask),
            Act::Remedy { op, n, to, proof } => self.update_remedy(on, (&op, n), to, proof),
            Act::Resend { op, n } => self.resend(on, &op, n),
            Act::Heard { solved, text } => self.heard(on, solved, text),
            Act::Review { outcome, reasons } => self.review(on, outcome, reasons),
        }
    }
}
