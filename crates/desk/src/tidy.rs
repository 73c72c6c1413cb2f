//! What may wait for an idle moment.

use crate::{Desk, DeskError};
use chrono::TimeDelta;
use store::FileError;

/// How often old and loose things are looked for.
const LOOK: TimeDelta = TimeDelta::hours(1);

impl Desk {
    /// One bounded step, some milliseconds: what was settled long ago, files that nothing needs any
    /// more, ranks that a new book moved, then merging the search index. True while there is more to do.
    /// Saving never merges, so an index that nobody tidies grows slower to search with every act.
    pub fn tidy(&mut self) -> Result<bool, DeskError> {
        let now = self.edge.now();
        if self.tidied_at.is_none_or(|it| (now - it).abs() >= LOOK) {
            if self.vault.prune(now)? {
                return Ok(true);
            }
            self.remove_loose_files()?;
            self.tidied_at = Some(now);
            return Ok(true);
        }
        Ok(self.cache.idle_step()?)
    }

    /// Erases files of cases that left, once no action has to bring them any more.
    fn remove_loose_files(&mut self) -> Result<(), DeskError> {
        let loose = self.vault.loose_files()?;
        if loose.is_empty() {
            return Ok(());
        }
        let carried = self.vault.carried(&loose)?;
        for hash in loose.difference(&carried) {
            match self.files.remove(hash) {
                Ok(()) | Err(FileError::Hash) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(self.vault.put_loose_files(&carried)?)
    }
}
