//! Opening an encrypted database the way `storage.md` demands.

use crate::{RawKey, StoreError};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// How much a commit promises.
#[derive(Clone, Copy)]
pub(crate) enum Durability {
    /// On disk before it returns.
    Full,
    /// On disk soon; for what can be fetched again.
    Normal,
}

/// Pages kept in memory. SQLCipher's own 2 MB made indexed reads three to five times slower.
const CACHE_KIB: i64 = 65_536;
/// Statements kept prepared; more than the store has.
const STATEMENTS_MAX: usize = 256;

/// Opens or makes an encrypted database with the key and its salt, exclusively, in a verified
/// write-ahead log. With its salt supplied, torn sectors in the file's first bytes lose nothing.
pub(crate) fn open(
    path: &Path,
    key: &RawKey,
    durability: Durability,
) -> Result<Connection, StoreError> {
    private_files::reserve(path)?;
    let connection = Connection::open(path)?;
    // Whoever holds the file holds it for good: there is nothing to wait for.
    connection.busy_timeout(Duration::ZERO)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    // A bound limit is no reason to plan anew: without this SQLite prepares such a statement again each
    // time that it runs, for ten times what the query costs.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    unlock(&connection, key)?;
    set(&connection, "locking_mode", "exclusive")?;
    set(&connection, "temp_store", "memory")?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    write_ahead(&connection)?;
    connection.pragma_update(
        None,
        "synchronous",
        match durability {
            Durability::Full => "full",
            Durability::Normal => "normal",
        },
    )?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// Copies the write-ahead log into the file and empties it, so that nothing erased stays in it.
pub(crate) fn checkpoint_truncate(connection: &Connection) -> Result<(), StoreError> {
    checkpoint(connection, "truncate")
}

fn unlock(connection: &Connection, key: &RawKey) -> Result<(), StoreError> {
    // A wrong key would otherwise be announced on standard error.
    set(connection, "cipher_log_level", "none")?;
    let pragma = Zeroizing::new(format!("pragma key = \"x'{}'\"", key.digits().as_str()));
    connection.execute_batch(&pragma)?;
    connection.query_row(sql!("shared/count_tables"), [], |_| Ok(()))?;
    Ok(())
}

/// The answer "wal" alone is not believed: after one failed write during the switch it is still
/// given while a rollback journal runs (`storage.md`, 2).
fn write_ahead(connection: &Connection) -> Result<(), StoreError> {
    let mode = set(connection, "journal_mode", "wal")?;
    if mode.as_deref() != Some("wal") {
        return Err(StoreError::NoWal);
    }
    checkpoint(connection, "passive")
}

fn checkpoint(connection: &Connection, how: &str) -> Result<(), StoreError> {
    let (mut busy, mut log) = (1_i64, -1_i64);
    connection.pragma(None, "wal_checkpoint", how, |row| {
        (busy, log) = (row.get(0)?, row.get(1)?);
        Ok(())
    })?;
    match (busy, log) {
        (_, -1) => Err(StoreError::NoWal),
        (0, _) => Ok(()),
        _ => Err(StoreError::InUse),
    }
}

/// Sets a pragma and drains its answer.
fn set(connection: &Connection, name: &str, value: &str) -> Result<Option<String>, StoreError> {
    let mut answer = None;
    connection.pragma(None, name, value, |row| {
        answer = row.get(0).ok();
        Ok(())
    })?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_with_a_bound_limit_is_prepared_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("one.db");
        let connection = open(&path, &RawKey::new([1; 48]), Durability::Full).expect("opened");
        let mut statement =
            connection.prepare("select name from sqlite_schema limit ?1").expect("prepared");
        for limit in [1, 2, 3] {
            assert!(!statement.exists([limit]).expect("run"));
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
