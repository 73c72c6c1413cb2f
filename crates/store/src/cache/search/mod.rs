//! Search: folded words first, parts of words after them, newest first, within what the reader may
//! see.

mod finding;
mod term;

pub(super) use term::Term;

use super::event_id::EventId;
use super::{Cache, Excerpt, Row};
use crate::StoreError;
use crate::sqlite::parse;
use chrono::{DateTime, Utc};
use domain::Recorded;
use finding::Finding;
use rusqlite::{OptionalExtension, named_params};
use std::collections::BTreeSet;

/// A question.
#[derive(Clone, Debug)]
pub struct SearchQuery {
    /// Words, as typed so far: the last one may be unfinished.
    pub text: String,
    /// How many cases.
    pub limit: u32,
    /// Leave closed cases out.
    pub open_only: bool,
    /// For the rule of reading.
    pub now: DateTime<Utc>,
}

/// A case that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The case.
    pub row: Row,
    /// The words around the hit.
    pub excerpt: Excerpt,
}

/// What was found, newest first; parts of words behind whole ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// Each case once.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
}

impl Cache {
    /// Finds cases by their words, by their persons' names, by references and phones.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn search(&self, query: &SearchQuery) -> Result<Hits, StoreError> {
        let terms = Term::all_of(&query.text);
        let mut found =
            Finding { cache: self, query, terms, seen: BTreeSet::new(), hits: Vec::new() };
        if found.terms.is_empty() || query.limit == 0 {
            return Ok(Hits::default());
        }
        // One view of the file for all that follows: each statement alone would begin and end its own.
        let _view = self.connection.unchecked_transaction()?;
        found.by_number()?;
        found.by_words()?;
        if !found.is_full() && found.terms.len() > 1 {
            found.by_words_apart()?;
        }
        if !found.is_full() {
            found.by_parts()?;
        }
        let mut hits = found.hits;
        let more = hits.len() > query.limit as usize;
        hits.truncate(query.limit as usize);
        Ok(Hits { hits, more })
    }

    fn recorded_at(&self, event: EventId) -> Result<Option<Recorded>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/events/by_id"))?;
        let text: Option<String> =
            statement.query_row(named_params! {":id": event.0}, |row| row.get(0)).optional()?;
        text.map(|it| parse("event", &it)).transpose()
    }

    /// Documents of the index before one, newest first, and where they stand.
    fn docs(
        &self,
        question: &str,
        before: i64,
        limit: u32,
    ) -> Result<Vec<(i64, EventId)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/words/find"))?;
        let params = named_params! {":match": question, ":before": before, ":limit": limit};
        let docs = statement.query_map(params, |row| Ok((row.get(0)?, EventId(row.get(1)?))))?;
        Ok(docs.collect::<Result<_, _>>()?)
    }
}
