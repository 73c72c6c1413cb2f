//! How far the cache has heard the platform.

use super::{Cache, Writer};
use crate::StoreError;
use crate::sqlite::{instant_or_none, json, parse, us};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, named_params};

/// How far the cache has heard the platform.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The platform's history; none before the first pull.
    pub epoch: Option<u64>,
    /// Where the last answer ended.
    pub cursor: Option<String>,
    /// The scope keys of the last answer.
    pub keys: Vec<String>,
    /// When the last answer came, by the platform's clock.
    pub at: Option<DateTime<Utc>>,
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
    let (epoch, cursor, scope, at) = statement.query_row([], |row| {
        let epoch: Option<i64> = row.get("epoch")?;
        let scope: String = row.get("scope")?;
        Ok((epoch, row.get("cursor")?, scope, instant_or_none(row, "heard_us")?))
    })?;
    let epoch = epoch.map(i64::unsigned_abs);
    Ok(Heard { epoch, cursor, keys: parse("scope keys", &scope)?, at })
}

impl Writer<'_> {
    pub(super) fn put_heard(&self, heard: &Heard) -> Result<(), StoreError> {
        self.t.prepare_cached(sql!("cache/meta/put"))?.execute(named_params! {
            ":epoch": heard.epoch.map(u64::cast_signed),
            ":cursor": heard.cursor,
            ":scope": json("scope keys", &heard.keys)?,
            ":heard_us": heard.at.map(us),
        })?;
        Ok(())
    }
}
