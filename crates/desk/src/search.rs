//! Search: Arabic-folded words, parts of words, phones and references, newest first.

use crate::show::said;
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
            now: self.edge.now(),
        })?;
        let hits = found.hits.into_iter().filter_map(|hit| {
            let (text, marks) = (said(&hit.excerpt.text), hit.excerpt.marks);
            let row = self.shown(&book, &[hit.row]).pop()?;
            Some(SearchHit { row, excerpt: text, marks })
        });
        Ok(SearchView { hits: hits.collect(), more: found.more })
    }
}
