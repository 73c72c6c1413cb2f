//! The bench: where actions are judged, inside one transaction of one agency.
//!
//! Everything that writes a case goes through here: pushed batches, bodies that arrive late,
//! attachments that become whole, the person's page, clockwork and imports.

mod context;
mod moved;
mod next_steps;
mod rule;
mod verdict;

pub(crate) use rule::{Ask, Seen};

use crate::act::Announce;
use crate::store::{Head, Tx};
use crate::{App, Error};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::{AgencyId, OpId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// One agency, locked, at one instant. Its counters move on in memory and are written once.
pub(crate) struct Bench<'a> {
    pub(crate) app: &'a App,
    pub(crate) tx: Tx<'a>,
    pub(crate) agency: &'a AgencyId,
    pub(crate) now: DateTime<Utc>,
    pub(crate) head: Head,
    pub(crate) book: Arc<Book>,
    /// Judged in this transaction: no writer has seen these verdicts yet.
    pub(crate) judged_now: BTreeSet<OpId>,
    /// Taken back further on in the same push: judged as nothing.
    pub(crate) taken_back: BTreeSet<OpId>,
    /// Whether imported cases queue a welcome.
    pub(crate) announce: Announce,
}

impl<'a> Bench<'a> {
    /// Sits down: reads the counters and the book that stands.
    pub(crate) fn open(app: &'a App, tx: Tx<'a>, agency: &'a AgencyId) -> Result<Self, Error> {
        let book = app.book_at(tx, agency, tx.head(agency)?)?;
        Self::with_book(app, tx, agency, book)
    }

    /// Sits down with a book that was read already, or with the first of an agency.
    pub(crate) fn with_book(
        app: &'a App,
        tx: Tx<'a>,
        agency: &'a AgencyId,
        book: Arc<Book>,
    ) -> Result<Self, Error> {
        let (now, head) = (app.now(), tx.head(agency)?);
        Ok(Self {
            app,
            tx,
            agency,
            now,
            head,
            book,
            judged_now: BTreeSet::new(),
            taken_back: BTreeSet::new(),
            announce: Announce::Nobody,
        })
    }

    /// Puts a new book in force for the rest of the transaction. It is not kept for others before
    /// the commit: a book that was rolled back must never be read again.
    pub(crate) fn enact(&mut self, mut book: Book) -> Result<(), Error> {
        book.version = self.head.book_version + 1;
        self.tx.insert_book(&book, self.now)?;
        self.head = Head { book_version: book.version, change: self.head.change + 1, ..self.head };
        self.book = Arc::new(book);
        self.rescope_after_book()
    }

    /// Writes the counters.
    pub(crate) fn close(self) -> Result<(), Error> {
        self.tx.put_head(self.agency, self.head)
    }

    /// Runs a step that leaves no trace when it fails: not in the store, nor in the counters.
    pub(crate) fn step<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let (head, book) = (self.head, Arc::clone(&self.book));
        let answer = self.tx.part(|_| work(self));
        if answer.is_err() {
            self.head = head;
            self.book = book;
        }
        answer
    }
}
