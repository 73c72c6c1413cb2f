//! How far the cache has heard the platform.

use super::{Cache, Writer};
use crate::StoreError;
use crate::sqlite::json;
use rusqlite::{Connection, named_params};

/// How far the cache has heard the platform.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The platform's history; none before the first pull.
    pub epoch: Option<u64>,
    /// Where the last answer ended.
    pub cursor: Option<String>,
}

impl Cache {
    /// How far the cache has heard the platform.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn heard(&self) -> Result<Heard, StoreError> {
        get(&self.connection)
    }
}

pub(super) fn get(connection: &Connection) -> Result<Heard, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/meta/get"))?;
    let heard = statement.query_row([], |row| {
        let epoch: Option<i64> = row.get("epoch")?;
        Ok(Heard { epoch: epoch.map(i64::unsigned_abs), cursor: row.get("cursor")? })
    })?;
    Ok(heard)
}

impl Writer<'_> {
    /// The keys stay as they are when none are given.
    pub(super) fn put_heard(
        &self,
        epoch: u64,
        cursor: &str,
        keys: Option<&[String]>,
    ) -> Result<(), StoreError> {
        self.t.prepare_cached(sql!("cache/meta/put"))?.execute(named_params! {
            ":epoch": epoch.cast_signed(),
            ":cursor": cursor,
            ":scope": keys.map(|it| json("scope keys", it)).transpose()?,
        })?;
        Ok(())
    }
}
