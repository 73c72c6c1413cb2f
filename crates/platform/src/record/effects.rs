//! What single events lead to besides the state of their case.

use crate::Error;
use crate::judge::Bench;
use domain::book::Book;
use domain::case::{AttachmentRef, Bearing, Case};
use domain::{CaseId, Event, Recorded, Resolution};

impl Bench<'_> {
    /// Persons, limits of the day, letters and files.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others change nothing but the state")]
    pub(super) fn follow(
        &mut self,
        case: CaseId,
        after: Option<&Case>,
        recorded: &Recorded,
    ) -> Result<(), Error> {
        match &recorded.event {
            Event::CaseOpened { open, .. } => self.keep_person(&open.person, recorded)?,
            Event::CaseImported { import, .. } => {
                self.keep_person(&import.open.person, recorded)?;
            }
            Event::RemedyGranted { grant, ask, by, .. } => {
                let minor = ask.amount.as_ref().map_or(0, |it| it.minor());
                self.tx.insert_spent(self.agency, by, self.now, *grant, &ask.remedy, minor)?;
            }
            Event::Withdrawn { op } => {
                self.tx.take_back_spent(self.agency, *op)?;
                self.tx.cancel_letters(self.agency, *op, self.now)?;
            }
            Event::PersonCorrected { .. } => self.correct_person(recorded)?,
            // What staff heard leaves the person their own word.
            Event::Confirmed { by: Bearing::Heard, .. } => {}
            Event::Confirmed { decision, .. } | Event::Disputed { decision, .. } => {
                self.tx.use_words(self.agency, case, *decision, self.now)?;
            }
            Event::LetterResent { letter } => {
                if let Some(after) = after {
                    self.requeue_letter(after, *letter)?;
                }
            }
            _ => {}
        }
        for file in files(&recorded.event) {
            if let Some(hash) = crate::attachments::read_hash(&file.hash) {
                self.tx.link_attachment(self.agency, &hash, case)?;
            }
        }
        after.map_or(Ok(()), |after| self.queue_letters(after, recorded))
    }

    /// The staff aggregate: lent powers are a new version of the book.
    pub(super) fn change_book(&mut self, recorded: &[Recorded]) -> Result<(), Error> {
        let book = Book::clone(&self.book);
        let book = recorded.iter().fold(book, |book, it| domain::staff::apply(book, &it.event));
        self.enact(book)
    }
}

/// Files that belong to a case through an event.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others name no files")]
fn files(event: &Event) -> &[AttachmentRef] {
    match event {
        Event::Attached { attachment } => std::slice::from_ref(attachment),
        Event::ReplySent { attachments, .. } => attachments,
        Event::Decided { resolution, .. } | Event::ApprovalRequested { resolution, .. } => {
            enclosed(resolution)
        }
        _ => &[],
    }
}

fn enclosed(resolution: &Resolution) -> &[AttachmentRef] {
    &resolution.letter.attachments
}
