//! The agency's book, whole.

use super::{Cache, Writer};
use crate::StoreError;
use crate::sqlite::{json, parse};
use domain::book::Book;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::sync::Arc;

impl Cache {
    /// The agency's book; none before the first pull.
    #[must_use]
    pub fn book(&self) -> Option<Arc<Book>> {
        self.book.clone()
    }
}

pub(super) fn get(connection: &Connection) -> Result<Option<Book>, StoreError> {
    let text: Option<String> = connection
        .prepare_cached(sql!("cache/book/get"))?
        .query_row([], |row| row.get("book"))
        .optional()?;
    text.map(|it| parse("book", &it)).transpose()
}

impl Writer<'_> {
    pub(super) fn put_book(&self, book: &Book) -> Result<(), StoreError> {
        self.t
            .prepare_cached(sql!("cache/book/put"))?
            .execute(named_params! {":book": json("book", book)?})?;
        Ok(())
    }
}
