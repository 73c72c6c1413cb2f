//! Domain values as column values: ids as 16 bytes, instants as microseconds since 1970.

use crate::StoreError;
use chrono::{DateTime, Utc};
use rusqlite::Row;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// An instant as microseconds since 1970, UTC.
pub(crate) fn us(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// An instant from a column.
pub(crate) fn instant(row: &Row<'_>, column: &str) -> rusqlite::Result<DateTime<Utc>> {
    Ok(from_us(row.get(column)?))
}

/// An instant that may be missing.
pub(crate) fn instant_or_none(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<DateTime<Utc>>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(from_us))
}

/// Beyond what chrono holds there is only the epoch; columns are written by [`us`] alone.
pub(crate) fn from_us(us: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(us).unwrap_or_default()
}

/// An id from a column.
pub(crate) fn id<T: From<Named>>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    Ok(Named(Uuid::from_bytes(row.get(column)?)).into())
}

/// An id that may be missing.
pub(crate) fn id_or_none<T: From<Named>>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(|it| Named(Uuid::from_bytes(it)).into()))
}

/// The bytes of an id for a parameter.
pub(crate) fn bytes(id: impl Into<Named>) -> [u8; 16] {
    id.into().0.into_bytes()
}

/// Any id of the domain on its way to or from a column.
pub(crate) struct Named(Uuid);

macro_rules! named {
    ($($name:ident)*) => {$(
        impl From<Named> for domain::$name {
            fn from(id: Named) -> Self { Self(id.0) }
        }
        impl From<domain::$name> for Named {
            fn from(id: domain::$name) -> Self { Self(id.0) }
        }
    )*};
}
named!(CaseId PersonId OpId StoreId DraftId);

/// JSON for a column.
pub(crate) fn json<T: Serialize + ?Sized>(
    what: &'static str,
    value: &T,
) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::json(what))
}

/// A value from JSON in a column.
pub(crate) fn parse<T: DeserializeOwned>(what: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(StoreError::json(what))
}
