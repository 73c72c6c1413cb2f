//! Opening the cache. What can't be read is made anew: nothing in it is lost by that.

use super::parts::KnownWords;
use super::{Cache, book};
use crate::sqlite::{self, Durability};
use crate::{RawKey, StoreError};
use domain::StaffId;
use rusqlite::{Connection, named_params};
use std::path::Path;

/// The version of the schema, the folding and the derived columns. Any change raises it, and caches
/// of another version are made anew.
const VERSION: i64 = 7;

const SCHEMA: &str = concat!(
    sql!("cache/meta/create"),
    sql!("cache/meta/insert"),
    sql!("cache/book/create"),
    sql!("cache/persons/create"),
    sql!("cache/person_keys/create"),
    sql!("cache/cases/create"),
    sql!("cache/cases/index_mine"),
    sql!("cache/cases/index_unowned"),
    sql!("cache/cases/index_unit"),
    sql!("cache/cases/index_answered"),
    sql!("cache/cases/index_returned"),
    sql!("cache/cases/index_closed"),
    sql!("cache/cases/index_person"),
    sql!("cache/cases/index_pending"),
    sql!("cache/cases/index_reference"),
    sql!("cache/tallies/create"),
    sql!("cache/tallies/index_unit"),
    sql!("cache/tallies/on_insert"),
    sql!("cache/tallies/on_update"),
    sql!("cache/tallies/on_delete"),
    sql!("cache/waits/create"),
    sql!("cache/waits/index_case"),
    sql!("cache/grants/create"),
    sql!("cache/grants/index_staff"),
    sql!("cache/grants/index_remedy"),
    sql!("cache/events/create"),
    sql!("cache/incoming/create"),
    sql!("cache/docs/create"),
    sql!("cache/docs/index_event"),
    sql!("cache/words/create"),
    sql!("cache/parts/create"),
    sql!("cache/stubs/create"),
    sql!("cache/stubs/index_reference"),
    sql!("cache/stub_keys/create"),
);

/// Of the search index: erased words leave no byte, merges happen when we say so or when a save in a
/// row of 64 could wait no longer, and a long receive stays in memory until it is committed.
const INDEX_OPTIONS: [(&str, i64); 4] =
    [("secure-delete", 1), ("automerge", 0), ("crisismerge", 64), ("hashsize", 16 * 1024 * 1024)];

/// Pages in the log before SQLite copies them by itself: 16 MB. Long, because each page of a first fetch
/// is as large as SQLite's own thousand and would wait for the disk; what it holds can be fetched again.
const LOG_PAGES: i64 = 4_096;

impl Cache {
    /// Opens the cache of a reader, or makes it anew when it is missing, damaged, of another version
    /// or of another key. An empty cache has no cursor, so the next pull fetches all.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Disk`], [`StoreError::InUse`].
    pub fn open(path: &Path, key: &RawKey, reader: StaffId) -> Result<Self, StoreError> {
        let opened = match open_as_it_is(path, key) {
            Ok(Some(opened)) => Ok(opened),
            Ok(None)
            | Err(StoreError::Unreadable | StoreError::Damaged | StoreError::Json { .. }) => {
                remove(path)?;
                make(path, key)
            }
            Err(error) => Err(error),
        };
        let connection = opened?;
        let book = book::get(&connection)?.map(Into::into);
        let known_words = KnownWords::default();
        Ok(Self { connection, path: path.to_owned(), key: key.clone(), reader, book, known_words })
    }

    /// Makes the cache anew, empty and without a cursor: the platform has another history, or the
    /// device was revoked.
    ///
    /// # Errors
    /// [`StoreError`]. Nothing can be read then, until the cache is opened again.
    pub fn erase_all(&mut self) -> Result<(), StoreError> {
        // Nobody may hold the file while it goes.
        self.connection = Connection::open_in_memory()?;
        self.book = None;
        self.known_words.forget();
        remove(&self.path)?;
        self.connection = make(&self.path, &self.key)?;
        Ok(())
    }

    /// Copies the log into the file and empties it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        sqlite::checkpoint_truncate(&self.connection)
    }
}

fn open_as_it_is(path: &Path, key: &RawKey) -> Result<Option<Connection>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let connection = sqlite::open(path, key, Durability::Normal)?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found != VERSION {
        return Ok(None);
    }
    set_up(&connection)?;
    // A first look: a cache that can't say how far it heard is no cache.
    super::meta::get(&connection)?;
    book::get(&connection)?;
    Ok(Some(connection))
}

fn make(path: &Path, key: &RawKey) -> Result<Connection, StoreError> {
    let mut connection = sqlite::open(path, key, Durability::Normal)?;
    set_up(&connection)?;
    let t = connection.transaction()?;
    t.execute_batch(SCHEMA)?;
    for (option, value) in INDEX_OPTIONS {
        let statement = sql!("cache/words/configure");
        t.execute(statement, named_params! {":option": option, ":value": value})?;
    }
    t.pragma_update(None, "user_version", VERSION)?;
    t.commit()?;
    Ok(connection)
}

/// Erased rows are overwritten with zeroes.
fn set_up(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma(None, "secure_delete", true, |_| Ok(()))?;
    Ok(connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?)
}

fn remove(path: &Path) -> Result<(), StoreError> {
    for end in ["", "-wal", "-journal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
