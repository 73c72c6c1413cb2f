//! Opening the vault, its migrations, and keeping its log short.

use super::{Mirror, Vault};
use crate::sqlite::{self, Durability, bytes};
use crate::{RawKey, StoreError};
use chrono::{DateTime, TimeDelta, Utc};
use domain::StoreId;
use rusqlite::{Connection, OptionalExtension, named_params};
use rusqlite_migration::{M, Migrations};
use std::path::Path;

/// By addition only: a released step is never changed. Each step's number is the file's version.
const STEPS: &[M<'static>] = &[
    M::up(concat!(
        sql!("vault/store/create"),
        sql!("vault/actions/create"),
        sql!("vault/actions/index_unjudged"),
        sql!("vault/actions/index_case"),
        sql!("vault/receipts/create"),
        sql!("vault/attention/create"),
        sql!("vault/attention/index_open"),
        sql!("vault/drafts/create"),
        sql!("vault/drafts/index_case"),
        sql!("vault/drafts/index_saves"),
        sql!("vault/revisions/create"),
        sql!("vault/closed_drafts/create"),
        sql!("vault/closed_drafts/index_saves"),
        sql!("vault/settings/create"),
        sql!("vault/session/create"),
    )),
    M::up(sql!("vault/actions/index_unsent")),
];

/// Pages in the log before SQLite copies them by itself. Short, because flipped bits in the log lose
/// rows without a word while the file itself is checked (`storage.md`, 3); not shorter, because whoever
/// saves waits for the copying. [`Vault::checkpoint`] does it when nobody waits.
const LOG_PAGES: i64 = 256;
/// How long settled items, revisions and accepted actions are kept (`sync.md`).
const KEPT_DAYS: i64 = 90;
/// Accepted actions that one step lets go of.
const PRUNED_AT_ONCE: u32 = 500;

impl Vault {
    /// Opens or makes the vault. A new vault, and only that, takes `fresh` as its name.
    ///
    /// Typed text that the database lost but its mirror kept is put back.
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Unreadable`], [`StoreError::NoWal`], [`StoreError::Full`].
    pub fn open(path: &Path, key: &RawKey, fresh: StoreId) -> Result<Self, StoreError> {
        let mut connection = sqlite::open(path, key, Durability::Full)?;
        migrate(&mut connection)?;
        connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
        let mirror = Mirror::open(path.with_extension("mirror"), key)?;
        let mut vault = Self { connection: Some(connection), mirror };
        if vault.store_id()?.is_none() {
            vault.begin_store(fresh)?;
        }
        vault.heal_drafts()?;
        Ok(vault)
    }

    /// Begins another incarnation, with a chain of its own: a vault that was restored or cloned.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn begin_store(&mut self, store: StoreId) -> Result<(), StoreError> {
        self.write(|t| {
            t.prepare_cached(sql!("vault/store/insert"))?
                .execute(named_params! {":store": bytes(store)})?;
            Ok(())
        })
    }

    pub(super) fn store_id(&self) -> Result<Option<StoreId>, StoreError> {
        Ok(self
            .connection()?
            .prepare_cached(sql!("vault/store/current"))?
            .query_row([], |row| sqlite::id(row, "store"))
            .optional()?)
    }

    /// Copies the log into the file and empties it; then mirrors of closed drafts may go. For idle
    /// moments: it syncs the file.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        let done = sqlite::checkpoint_truncate(self.connection()?);
        if done.as_ref().is_err_and(StoreError::must_stop) {
            self.stop();
        }
        done?;
        self.forget_closed_mirrors()
    }

    /// Lets go of what has been settled for 90 days: accepted actions, answered items, revisions of
    /// closed drafts. The last action always stays, because the chain hangs on it. One bounded step;
    /// true while there is more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn prune(&mut self, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let before = sqlite::us(now - TimeDelta::days(KEPT_DAYS));
        self.write(|t| {
            let gone = t
                .prepare_cached(sql!("vault/actions/prune"))?
                .execute(named_params! {":before_us": before, ":limit": PRUNED_AT_ONCE})?;
            for statement in [
                sql!("vault/actions/prune_settled"),
                sql!("vault/attention/prune"),
                sql!("vault/revisions/prune"),
                sql!("vault/closed_drafts/prune"),
            ] {
                t.prepare_cached(statement)?.execute(named_params! {":before_us": before})?;
            }
            Ok(gone >= PRUNED_AT_ONCE as usize)
        })
    }
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if usize::try_from(found).unwrap_or_default() > STEPS.len() {
        return Err(StoreError::Newer { found });
    }
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| {
        if let rusqlite_migration::Error::RusqliteError { err, .. } = error {
            err.into()
        } else {
            StoreError::Damaged
        }
    })
}
