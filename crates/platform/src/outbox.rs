//! The ledger's runner: texts leave the house at most once (`sync.md`, Never twice).

use crate::sender::{OutgoingMessage, Sender};
use crate::store::{OutboxRow, Tx};
use crate::{App, Error};
use domain::AgencyId;

/// Texts handed over in one run per agency.
const RUN_MAX: u32 = 100;

impl App {
    /// Hands over what is due: each text is committed as *attempting*, with the hashes of its new
    /// codes, before the sender is called; what the sender says is committed after. A crash between
    /// leaves it *attempting*, which the next start calls uncertain: a human looks, nothing is sent
    /// twice. Answers how many texts were tried.
    pub fn deliver_due(&self, sender: &dyn Sender) -> Result<usize, Error> {
        let mut tried = 0;
        for agency in self.agencies()? {
            for row in self.claim(&agency)? {
                tried += usize::from(self.hand_over(&agency, &row, sender)?);
            }
        }
        Ok(tried)
    }

    /// How many texts of an agency stand where in the ledger.
    pub fn letter_states(&self, agency: &AgencyId) -> Result<Vec<(String, u32)>, Error> {
        self.store.read(|tx| tx.letter_states(agency))
    }

    fn claim(&self, agency: &AgencyId) -> Result<Vec<OutboxRow>, Error> {
        let now = self.now();
        if self.store.read(|tx| tx.letters_due(agency, now, 1))?.is_empty() {
            return Ok(Vec::new());
        }
        self.store.write(|tx| {
            let due = tx.letters_due(agency, now, RUN_MAX)?;
            for row in &due {
                tx.move_letter(agency, row, "queued", "claimed", now)?;
            }
            Ok(due)
        })
    }

    fn hand_over(
        &self,
        agency: &AgencyId,
        row: &OutboxRow,
        sender: &dyn Sender,
    ) -> Result<bool, Error> {
        let message = self.store.write(|tx| {
            if !tx.move_letter(agency, row, "claimed", "attempting", self.now())? {
                return Ok(None);
            }
            self.message(tx, agency, row).map(Some)
        })?;
        let Some(message) = message else { return Ok(false) };
        let delivery = sender.deliver(message);
        self.store
            .write(|tx| tx.move_letter(agency, row, "attempting", delivery.state(), self.now()))?;
        Ok(true)
    }

    /// The text with codes of its own, which are kept nowhere else.
    fn message(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        row: &OutboxRow,
    ) -> Result<OutgoingMessage, Error> {
        let word = row
            .decision
            .map(|decision| self.new_word(tx, agency, row.case, decision))
            .transpose()?;
        let book = self.book_at(tx, agency, tx.head(agency)?)?;
        Ok(OutgoingMessage {
            agency: agency.clone(),
            from: book.name.clone(),
            op: row.op,
            n: row.n,
            case: row.case,
            letter: row.letter.clone(),
            code: self.new_code(tx, agency, row.case)?,
            word,
        })
    }
}
