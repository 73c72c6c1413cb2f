//! A small agency for the tests of this crate; no other crate sees it.

use super::Book;
use chrono::{DateTime, Utc};

/// "Nakheel Transport": head office above buses and fares, a depot below buses.
pub(crate) fn book() -> Book {
    serde_json::from_str(include_str!("sample.json")).unwrap()
}

/// An instant in UTC; Muscat is four hours ahead. 2026-03-01 is a Sunday, a working day.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}
