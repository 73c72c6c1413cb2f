//! Small steps that every table takes.

use super::Tx;
use crate::Error;
use chrono::{DateTime, Utc};
use protocol::Hash;
use rusqlite::{Row, ToSql};
use uuid::Uuid;

/// Named parameters of one statement.
pub(super) type Named<'a> = &'a [(&'a str, &'a dyn ToSql)];

impl Tx<'_> {
    /// Runs a statement; answers how many rows it touched.
    pub(super) fn run(self, sql: &str, params: Named<'_>) -> Result<usize, Error> {
        Ok(self.0.prepare_cached(sql)?.execute(params)?)
    }

    /// The first row, if any.
    pub(super) fn one<T>(
        self,
        sql: &str,
        params: Named<'_>,
        read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// All rows.
    pub(super) fn all<T>(
        self,
        sql: &str,
        params: Named<'_>,
        mut read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// One number.
    pub(super) fn number(self, sql: &str, params: Named<'_>) -> Result<u64, Error> {
        let found = self.one(sql, params, |row| count(row, 0))?;
        found.ok_or(Error::Broken("a count without a row"))
    }
}

/// An instant as a column holds it: milliseconds since 1970.
pub(super) fn ms(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// A whole number that is never negative.
pub(super) fn count(row: &Row<'_>, at: usize) -> Result<u64, Error> {
    let number: i64 = row.get(at)?;
    u64::try_from(number).map_err(|_| Error::Broken("a negative number"))
}

/// A number as a column holds it.
pub(super) fn int(number: u64) -> Result<i64, Error> {
    i64::try_from(number).map_err(|_| Error::Broken("a number above 63 bits"))
}

/// An id.
pub(super) fn uuid(row: &Row<'_>, at: usize) -> Result<Uuid, Error> {
    Ok(Uuid::from_bytes(row.get(at)?))
}

/// An id that may be missing.
pub(super) fn uuid_or_none(row: &Row<'_>, at: usize) -> Result<Option<Uuid>, Error> {
    let bytes: Option<[u8; 16]> = row.get(at)?;
    Ok(bytes.map(Uuid::from_bytes))
}

/// An instant.
pub(super) fn instant(row: &Row<'_>, at: usize) -> Result<DateTime<Utc>, Error> {
    instant_or_none(row, at)?.ok_or(Error::Broken("no instant"))
}

/// An instant that may be missing.
pub(super) fn instant_or_none(row: &Row<'_>, at: usize) -> Result<Option<DateTime<Utc>>, Error> {
    let ms: Option<i64> = row.get(at)?;
    ms.map(|ms| DateTime::from_timestamp_millis(ms).ok_or(Error::Broken("no such instant")))
        .transpose()
}

/// A hash.
pub(super) fn hash(row: &Row<'_>, at: usize) -> Result<Hash, Error> {
    Ok(Hash(row.get(at)?))
}
