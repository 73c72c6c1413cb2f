//! The only SQL of the platform: one file per statement in `sql/<table>/`, one Rust file per group
//! of tables here. Everything above speaks of [`Tx`], so that another database can stand behind it.
//!
//! SQLite has one writer at a time; its transaction is the agency's lock. Readers work beside it on
//! the snapshot they began with.

mod account;
mod action;
mod attachment;
mod book;
mod case_state;
mod chain;
pub(crate) mod cipher;
mod code;
mod device;
mod event;
mod feed;
mod health;
mod held;
mod outbox;
mod person;
mod person_event;
mod row;
mod schema;
mod spent;
mod stub;
mod token;
mod upload;

pub(crate) use account::DemoRow;
pub(crate) use action::{ActionRow, StoredOutcome};
pub(crate) use book::Head;
pub(crate) use case_state::{CaseColumns, PageRow};
pub(crate) use chain::{Chain, ChainLink};
pub(crate) use device::DeviceRow;
pub use device::ListedDevice;
pub(crate) use feed::{FeedRow, What};
pub(crate) use held::{Cause, HeldRow};
pub(crate) use outbox::OutboxRow;
pub(crate) use stub::StubRow;
pub(crate) use token::RefreshRow;
pub(crate) use upload::{UploadId, UploadRow};

use crate::{DataKey, Error};
use domain::AgencyId;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Idle reading connections that are kept.
const READERS_KEPT: usize = 8;
/// Prepared statements kept per connection; there are fewer than this.
const STATEMENTS_KEPT: usize = 160;

/// The embedded database of one platform.
pub(crate) struct Store {
    path: PathBuf,
    key: Option<DataKey>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    watcher: OnceLock<Watcher>,
}

/// One transaction, and the counters that it moved on.
#[derive(Clone, Copy)]
pub(crate) struct Tx<'a>(&'a Connection, &'a Moved);

/// The agencies whose counters a transaction moved on, with the last number each gave out.
type Moved = RefCell<Vec<(AgencyId, u64)>>;

/// Hears of the numbers that were given out, after each commit.
pub(crate) type Watcher = Box<dyn Fn(&AgencyId, u64) -> Result<(), Error> + Send + Sync>;

impl Store {
    /// Opens or makes the database and brings it to this program's version.
    pub(crate) fn open(path: &Path, key: Option<&DataKey>) -> Result<Self, Error> {
        let mut writer = connect(path, key)?;
        schema::migrations().to_latest(&mut writer)?;
        Ok(Self {
            path: path.to_owned(),
            key: key.cloned(),
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            watcher: OnceLock::new(),
        })
    }

    /// From now on every commit tells which numbers it gave out.
    pub(crate) fn watch(&self, watcher: Watcher) {
        // Set once, when the platform opens.
        let _ = self.watcher.set(watcher);
    }

    /// A connection of its own.
    pub(crate) fn reading(&self) -> Result<Connection, Error> {
        connect(&self.path, self.key.as_ref())
    }

    /// Runs a reading closure on one snapshot.
    pub(crate) fn read<T, E: From<Error>>(
        &self,
        work: impl FnOnce(Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = idle.map_or_else(|| connect(&self.path, self.key.as_ref()), Ok)?;
        let snapshot = connection.unchecked_transaction().map_err(Error::from)?;
        let moved = Moved::default();
        let answer = work(Tx(&snapshot, &moved));
        drop(snapshot);
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS_KEPT {
            readers.push(connection);
        }
        answer
    }

    /// Runs a writing closure in one transaction, committed and synced when it answers `Ok`.
    ///
    /// A panic inside it rolls back; the next writer goes on from the last commit.
    pub(crate) fn write<T, E: From<Error>>(
        &self,
        work: impl FnOnce(Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let moved = Moved::default();
        let answer = work(Tx(&transaction, &moved))?;
        transaction.commit().map_err(Error::from)?;
        if let Some(watcher) = self.watcher.get() {
            for (agency, seq) in moved.into_inner() {
                watcher(&agency, seq)?;
            }
        }
        Ok(answer)
    }
}

impl Tx<'_> {
    /// Runs a part of a transaction that is undone alone when it fails.
    pub(crate) fn part<T, E: From<Error>>(
        self,
        work: impl FnOnce(Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.run(include_str!("../../sql/savepoint/begin.sql"), &[])?;
        let answer = work(self);
        if answer.is_err() {
            self.run(include_str!("../../sql/savepoint/rollback.sql"), &[])?;
        }
        self.run(include_str!("../../sql/savepoint/release.sql"), &[])?;
        answer
    }
}

/// A connection in write-ahead mode that syncs each commit.
pub(crate) fn connect(path: &Path, key: Option<&DataKey>) -> Result<Connection, Error> {
    let connection = cipher::open(path, key)?;
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::NoWriteAheadLog);
    }
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", -32_000)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // A bound limit is no reason to plan anew: without this SQLite prepares such a statement again each
    // time that it runs, for ten times what the query costs.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_with_a_bound_limit_is_prepared_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let connection = connect(&folder.path().join("one.db"), None).expect("opened");
        let mut statement =
            connection.prepare("select name from sqlite_schema limit ?1").expect("prepared");
        for limit in [1, 2, 3] {
            assert!(!statement.exists([limit]).expect("run"));
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
