//! The cache: what the platform sent, the overlay of what it has not judged, and the search index.
//!
//! It may be deleted at any moment with no loss. A case is nothing but its events; its state is their
//! fold, and only what lists and look-ups need stands beside them in columns. The overlay is made of
//! events too: those of pending actions, behind the platform's, thrown away and replayed at will.

mod book;
mod derived;
mod erase;
mod event_id;
mod excerpt;
mod idle;
mod incoming;
mod index;
mod line;
mod lookup;
mod lookup_keys;
mod meta;
mod open;
mod overlay;
mod parts;
mod persons;
mod precedents;
mod queue;
mod read_case;
mod ready;
mod receive;
mod search;
mod separators;
mod stubs;
mod words_of_event;
mod write_case;

pub use excerpt::Excerpt;
pub use line::{CaseLine, Row};
pub use lookup::{Found, LOOKUP_CHARS_MIN};
pub use meta::Heard;
pub(crate) use overlay::Overlay;
pub use precedents::Precedent;
pub use queue::{Counts, QueueFilter, QueueQuery};
pub use read_case::StoredCase;
pub use receive::{CacheItem, News, Received};
pub use search::{Hit, Hits, SearchQuery};
pub use stubs::StubLine;

use crate::{RawKey, StoreError};
use domain::StaffId;
use domain::book::Book;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

/// The cache of one user.
pub struct Cache {
    connection: Connection,
    path: PathBuf,
    /// To make it anew.
    key: RawKey,
    reader: StaffId,
    book: Option<Arc<Book>>,
    known_words: parts::KnownWords,
}

impl Cache {
    /// Whose eyes it serves.
    #[must_use]
    pub fn reader(&self) -> &StaffId {
        &self.reader
    }

    /// All of the work in one transaction, or nothing.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let done = self.write_whole(work);
        if done.is_err() {
            self.known_words.forget();
        }
        done
    }

    fn write_whole<T>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let t = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Self { reader, book, known_words, .. } = self;
        let (index, ready) = Default::default();
        let writer = Writer { t: &t, reader, book: book.as_deref(), index, ready, known_words };
        let done = work(&writer)?;
        writer.write_index()?;
        t.commit()?;
        Ok(done)
    }
}

/// One transaction on the cache and what it needs to know.
struct Writer<'a> {
    t: &'a Transaction<'a>,
    reader: &'a StaffId,
    /// None only before the first pull.
    book: Option<&'a Book>,
    /// What the search index is told at the end.
    index: RefCell<index::Told>,
    /// What was made before the transaction began.
    ready: RefCell<ready::Ready>,
    known_words: &'a parts::KnownWords,
}
