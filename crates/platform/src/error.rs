//! What can go wrong: faults of the house, and requests that are turned away.

use std::path::PathBuf;

/// Unexpected: logged with its chain, shown as "failed".
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed.
    #[error("store")]
    Store(#[from] rusqlite::Error),
    /// The database is of another version, or could not be brought to this one.
    #[error("migration of the store")]
    Migration(#[from] rusqlite_migration::Error),
    /// Stored JSON could not be read, or a value not be written.
    #[error("stored JSON")]
    Json(#[from] serde_json::Error),
    /// A verdict could not be written down.
    #[error("verdict")]
    Verdict(#[from] protocol::VerdictError),
    /// A file of the data folder.
    #[error("file {path}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The keys that belong to this store are gone or are those of another: without them no stored
    /// hash can be compared.
    #[error("the file {path} does not hold the keys of this store")]
    Keys {
        /// Where they should be.
        path: PathBuf,
    },
    /// The database is encrypted and no key was given.
    #[error("the database {path} is encrypted: name its key with --key-file")]
    KeyMissing {
        /// The database.
        path: PathBuf,
    },
    /// The database can't be read with the key that was given.
    #[error("the key that was given does not open {path}, or the file is damaged")]
    KeyWrong {
        /// The database or the file of keys.
        path: PathBuf,
    },
    /// A key was given for a database that is not encrypted.
    #[error("the database {path} is not encrypted: stop the platform and run `platform encrypt`")]
    NotEncrypted {
        /// The database.
        path: PathBuf,
    },
    /// Another process has the database open.
    #[error("{path} is in use: stop the platform first")]
    InUse {
        /// The database.
        path: PathBuf,
    },
    /// The operating system gave no random bytes.
    #[error("no random bytes")]
    Random,
    /// The write-ahead log could not be turned on; without it acknowledged rows may be lost.
    #[error("the write-ahead log could not be turned on")]
    NoWriteAheadLog,
    /// A password could not be hashed, or a stored hash not be read.
    #[error("password hash")]
    PasswordHash,
    /// Something that the store guarantees does not hold.
    #[error("broken guarantee: {0}")]
    Broken(&'static str),
    /// A demo shows its passwords: it is served on loopback only.
    #[error("a demo is served on loopback only")]
    DemoInPublic,
    /// Passwords would travel in clear.
    #[error("plain HTTP is served on loopback only")]
    PlainHttpInPublic,
    /// The database is behind what left the platform: it was restored, or its anchor is gone.
    #[error("the database was restored and not adopted")]
    NotAdopted(crate::Behind),
    /// A backup is not whole, or is none.
    #[error("the backup is not whole: {0}")]
    BadBackup(&'static str),
    /// No such agency was set up.
    #[error("unknown agency")]
    UnknownAgency,
}

/// A request that is turned away with a code, never with a sentence.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// No session, or it ran out (401).
    #[error("no session")]
    Unauthorised,
    /// Known, but not allowed (403).
    #[error("not allowed: {0}")]
    Forbidden(&'static str),
    /// Not what the protocol says (400).
    #[error("malformed: {0}")]
    Malformed(&'static str),
    /// There is no such thing, or it may not be known that there is (404).
    #[error("not found")]
    NotFound,
    /// Above a limit of the protocol (413).
    #[error("too large")]
    TooLarge,
    /// Slow down (429).
    #[error("too many, wait {retry_after_s} s")]
    TooMany {
        /// Seconds to wait.
        retry_after_s: u32,
    },
    /// The platform's own fault (500).
    #[error("failed")]
    Failed(#[from] Error),
}

impl From<rusqlite::Error> for Denied {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl Denied {
    /// The code that stands in the body of the answer.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unauthorised => "unauthorised",
            Self::Forbidden(code) | Self::Malformed(code) => code,
            Self::NotFound => "not_found",
            Self::TooLarge => "too_large",
            Self::TooMany { .. } => "too_many",
            Self::Failed(_) => "failed",
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Unauthorised => 401,
            Self::Forbidden(_) => 403,
            Self::Malformed(_) => 400,
            Self::NotFound => 404,
            Self::TooLarge => 413,
            Self::TooMany { .. } => 429,
            Self::Failed(_) => 500,
        }
    }
}
