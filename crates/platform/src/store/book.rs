//! Counters, books, and what the store itself must know.

use super::Tx;
use super::row::{count, int, ms};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::AgencyId;
use domain::book::Book;
use rusqlite::named_params;

/// The counters of one agency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// Rises with every change that a pull may have to tell.
    pub(crate) change: u64,
    /// The last number of the agency's history, gapless.
    pub(crate) seq: u64,
    /// The newest book.
    pub(crate) book_version: u64,
}

impl Tx<'_> {
    /// The counters; all zero before the first book.
    pub(crate) fn head(self, agency: &AgencyId) -> Result<Head, Error> {
        let found = self.one(
            include_str!("../../sql/head/get.sql"),
            named_params! { ":agency": agency.as_str() },
            |row| {
                Ok(Head {
                    change: count(row, 0)?,
                    seq: count(row, 1)?,
                    book_version: count(row, 2)?,
                })
            },
        )?;
        Ok(found.unwrap_or_default())
    }

    /// Moves the counters on.
    pub(crate) fn put_head(self, agency: &AgencyId, head: Head) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/head/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":change": int(head.change)?,
                ":seq": int(head.seq)?,
                ":book_version": int(head.book_version)?,
            },
        )?;
        self.1.borrow_mut().push((agency.clone(), head.seq));
        Ok(())
    }

    /// Every agency that was set up.
    pub(crate) fn agencies(self) -> Result<Vec<AgencyId>, Error> {
        self.all(include_str!("../../sql/head/agencies.sql"), &[], |row| {
            Ok(AgencyId::new(row.get::<_, String>(0)?))
        })
    }

    /// One version of an agency's book.
    pub(crate) fn book(self, agency: &AgencyId, version: u64) -> Result<Option<Book>, Error> {
        self.one(
            include_str!("../../sql/book/get.sql"),
            named_params! { ":agency": agency.as_str(), ":version": int(version)? },
            |row| Ok(serde_json::from_str(&row.get::<_, String>(0)?)?),
        )
    }

    /// Keeps a new version of a book.
    pub(crate) fn insert_book(self, book: &Book, now: DateTime<Utc>) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/book/insert.sql"),
            named_params! {
                ":agency": book.agency.as_str(),
                ":version": int(book.version)?,
                ":body": serde_json::to_string(book)?,
                ":at": ms(now),
            },
        )?;
        Ok(())
    }

    /// A value the store keeps for itself.
    pub(crate) fn meta(self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        self.one(
            include_str!("../../sql/meta/get.sql"),
            named_params! { ":agency": "", ":key": key },
            |row| Ok(row.get(0)?),
        )
    }

    /// Keeps a value for the store itself.
    pub(crate) fn put_meta(self, key: &str, value: &[u8]) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/meta/put.sql"),
            named_params! { ":agency": "", ":key": key, ":value": value },
        )?;
        Ok(())
    }
}
