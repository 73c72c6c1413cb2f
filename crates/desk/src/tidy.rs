//! What may wait for an idle moment.

use crate::{Desk, DeskError};
use chrono::{DateTime, TimeDelta, Utc};
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
            if self.vault.prune(self.surely_past(now)?)? {
                return Ok(true);
            }
            self.remove_loose_files()?;
            self.tidied_at = Some(now);
            return Ok(true);
        }
        Ok(self.cache.idle_step()?)
    }

    /// An instant that has come for certain: this computer's clock may run ahead by years, and what is kept
    /// for ninety days must not go by it.
    fn surely_past(&self, now: DateTime<Utc>) -> Result<DateTime<Utc>, DeskError> {
        let met = self.vault.session()?.and_then(|it| it.last_contact);
        Ok(met.map_or(now, |at| at.min(now)))
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
