//! What can go wrong with the store. None of it is expected; all of it is shown.

use std::io;

/// Why the store did not do what it was asked. Nothing is half done: a failed write left no trace.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another window holds this root.
    #[error("the store is in use by another window")]
    InUse,
    /// A newer program wrote it; this one must not touch it.
    #[error("the store is of a newer version, {found}")]
    Newer {
        /// The version found.
        found: i64,
    },
    /// The key is wrong, or the file is damaged beyond reading: the cipher can't tell.
    #[error("the key does not open the store")]
    Unreadable,
    /// The disk is full. The transaction was taken back; free space and try again.
    #[error("the disk is full")]
    Full,
    /// A write or sync failed, so the connection was closed: going on could lose what was
    /// acknowledged (`storage.md`, 4). Open the store again.
    #[error("the store stopped after a failed write")]
    Stopped,
    /// The disk failed while reading or writing.
    #[error("the disk failed")]
    Disk(#[source] rusqlite::Error),
    /// A page does not match its checksum.
    #[error("the store is damaged")]
    Damaged,
    /// The journal would not become a write-ahead log (`storage.md`, 2).
    #[error("the write-ahead log could not be switched on")]
    NoWal,
    /// The action does not follow the last one of the chain; read the head again.
    #[error("the chain has moved: {next} comes next")]
    ChainMoved {
        /// The number that comes next.
        next: u64,
    },
    /// The platform has another history than the cache: erase the cache and pull again.
    #[error("the cache is of epoch {held}")]
    OtherEpoch {
        /// The epoch of the cache.
        held: u64,
    },
    /// There is no such row.
    #[error("there is no such {what}")]
    Unknown {
        /// Of which table.
        what: &'static str,
    },
    /// A stored value is not what this program wrote.
    #[error("a stored {what} can't be read")]
    Json {
        /// Which.
        what: &'static str,
        /// Why.
        #[source]
        source: serde_json::Error,
    },
    /// The system gives no randomness.
    #[error("no randomness")]
    Random,
    /// A file or folder.
    #[error("a file of the store")]
    Io(#[source] io::Error),
    /// Anything else SQLite says.
    #[error("the database")]
    Sqlite(#[source] rusqlite::Error),
}

impl StoreError {
    /// True when the connection may hold less than it acknowledged and must not go on.
    pub(crate) fn must_stop(&self) -> bool {
        matches!(self, Self::Disk(_) | Self::Damaged | Self::Unreadable)
    }

    pub(crate) fn json(what: &'static str) -> impl FnOnce(serde_json::Error) -> Self {
        move |source| Self::Json { what, source }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::Full,
            Some(Code::SystemIoFailure) => Self::Disk(error),
            Some(Code::DatabaseCorrupt) => Self::Damaged,
            Some(Code::NotADatabase) => Self::Unreadable,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::InUse,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{QuotaExceeded, StorageFull};
        if matches!(error.kind(), StorageFull | QuotaExceeded) {
            Self::Full
        } else {
            Self::Io(error)
        }
    }
}
