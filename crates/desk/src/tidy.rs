//! What may wait for an idle moment.

use crate::{Desk, DeskError};

impl Desk {
    /// One bounded step, some milliseconds: ranks that a new book moved, then merging the search index.
    /// True while there is more to do. Saving never merges, so an index that nobody tidies grows slower
    /// to search with every act.
    pub fn tidy(&mut self) -> Result<bool, DeskError> {
        Ok(self.cache.idle_step()?)
    }
}
