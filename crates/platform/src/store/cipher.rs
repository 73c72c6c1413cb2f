//! Opening the database with or without a key, and saying which of the two it needs.

use crate::{DataKey, Error};
use rusqlite::{Connection, ErrorCode};
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// The first bytes of a database that is not encrypted.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// What a database file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Nothing yet.
    Empty,
    /// Readable without a key.
    Plain,
    /// Anything else: encrypted, or damaged.
    Encrypted,
}

/// Looks at the first bytes of a database, which is created when it is missing.
pub(crate) fn content(path: &Path) -> Result<Content, Error> {
    let look = || {
        let mut first = Vec::new();
        private_files::reserve(path)?.take(PLAIN.len() as u64).read_to_end(&mut first)?;
        Ok(first)
    };
    let first = look().map_err(|source| Error::File { path: path.to_owned(), source })?;
    Ok(match &first[..] {
        [] => Content::Empty,
        bytes if bytes == PLAIN => Content::Plain,
        _ => Content::Encrypted,
    })
}

/// Opens a database, and creates it privately when it is missing: encrypted when a key is given.
///
/// # Errors
/// [`Error::KeyMissing`], [`Error::KeyWrong`], [`Error::NotEncrypted`].
pub(crate) fn open(path: &Path, key: Option<&DataKey>) -> Result<Connection, Error> {
    let content = content(path)?;
    let Some(key) = key else {
        if content == Content::Encrypted {
            return Err(Error::KeyMissing { path: path.to_owned() });
        }
        return Ok(Connection::open(path)?);
    };
    if content == Content::Plain {
        return Err(Error::NotEncrypted { path: path.to_owned() });
    }
    let connection = Connection::open(path)?;
    // A wrong key would otherwise be announced on standard error.
    connection.pragma(None, "cipher_log_level", "none", |_| Ok(()))?;
    let pragma = Zeroizing::new(format!("pragma key = \"x'{}'\"", key.digits().as_str()));
    connection.execute_batch(&pragma)?;
    let first =
        connection.query_row(include_str!("../../sql/meta/count_tables.sql"), [], |_| Ok(()));
    match first {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            Err(Error::KeyWrong { path: path.to_owned() })
        }
        Err(error) => Err(error.into()),
        Ok(()) => Ok(connection),
    }
}
