//! Search: Arabic-folded words, parts of words, phones and references, newest first.

use crate::show::{self, Reader, said};
use crate::view::{SearchHit, SearchInput, SearchView};
use crate::{Desk, DeskError};
use store::SearchQuery;

/// Hits of one answer.
const HITS_MAX: u32 = 100;

impl Desk {
    /// Finds cases within what the user may see.
    pub fn search(&self, input: &SearchInput) -> Result<SearchView, DeskError> {
        let book = self.book()?;
        let found = self.cache.search(&SearchQuery {
            text: input.text.clone(),
            limit: input.limit.min(HITS_MAX),
            open_only: input.open_only,
            now: self.now(),
        })?;
        let reader = Reader { book: &book, me: &self.staff, now: self.now() };
        let hits = found.hits.into_iter().map(|hit| SearchHit {
            row: show::row(reader, hit.row),
            excerpt: said(hit.excerpt.text),
            marks: hit.excerpt.marks,
        });
        Ok(SearchView { hits: hits.collect(), more: found.more })
    }
}
