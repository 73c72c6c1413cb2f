//! Opening the database with or without a key, and saying which of the two it needs.

use crate::{DataKey, Error};
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use zeroize::Zeroizing;

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

/// What a database holds; it is created when it is missing. SQLite looks, and not this program: a file
/// of a database is never opened beside it (see [`private_files::reserve`]).
pub(crate) fn content(path: &Path) -> Result<Content, Error> {
    let file = |source| Error::File { path: path.to_owned(), source };
    private_files::reserve(path).map_err(file)?;
    if std::fs::metadata(path).map_err(file)?.len() == 0 {
        return Ok(Content::Empty);
    }
    let is_plain = is_readable(&Connection::open(path)?)?;
    Ok(if is_plain { Content::Plain } else { Content::Encrypted })
}

fn is_readable(connection: &Connection) -> Result<bool, Error> {
    // A database that needs a key would otherwise be announced on standard error.
    connection.pragma(None, "cipher_log_level", "none", |_| Ok(()))?;
    let first =
        connection.query_row(include_str!("../../sql/meta/count_tables.sql"), [], |_| Ok(()));
    match first {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => Ok(false),
        Err(error) => Err(error.into()),
        Ok(()) => Ok(true),
    }
}

/// Opens a database, and creates it privately when it is missing: encrypted when a key is given.
///
/// # Errors
/// [`Error::KeyMissing`], [`Error::KeyWrong`], [`Error::NotEncrypted`].
pub(crate) fn open(path: &Path, key: Option<&DataKey>) -> Result<Connection, Error> {
    private_files::reserve(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let connection = Connection::open(path)?;
    let Some(key) = key else {
        let is_plain = is_readable(&connection)?;
        return if is_plain {
            Ok(connection)
        } else {
            Err(Error::KeyMissing { path: path.to_owned() })
        };
    };
    let pragma = Zeroizing::new(format!("pragma key = \"x'{}'\"", key.digits().as_str()));
    connection.execute_batch(&pragma)?;
    if is_readable(&connection)? {
        return Ok(connection);
    }
    drop(connection);
    Err(match content(path)? {
        Content::Plain => Error::NotEncrypted { path: path.to_owned() },
        Content::Empty | Content::Encrypted => Error::KeyWrong { path: path.to_owned() },
    })
}
