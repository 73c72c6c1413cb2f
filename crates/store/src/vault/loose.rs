//! Files of cases that left, which an action that waits still carries: they go when it is judged.

use super::Vault;
use crate::StoreError;
use crate::sqlite::{json, parse};
use std::collections::BTreeSet;

const LOOSE_FILES: &str = "loose_files";

impl Vault {
    /// Hashes of kept files that no case in sight speaks of, as they were noted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn loose_files(&self) -> Result<BTreeSet<String>, StoreError> {
        self.setting(LOOSE_FILES)?.map_or_else(|| Ok(BTreeSet::new()), |it| parse("loose", &it))
    }

    /// Replaces the note; the same one is not written again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_loose_files(&mut self, hashes: &BTreeSet<String>) -> Result<(), StoreError> {
        if self.loose_files()? == *hashes {
            return Ok(());
        }
        self.put_setting(LOOSE_FILES, &json("loose", hashes)?)
    }

    /// Which of these files an action carries that waits for its verdict.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn carried(&self, hashes: &BTreeSet<String>) -> Result<BTreeSet<String>, StoreError> {
        let carried = self.pending()?.into_iter().flat_map(|it| it.action.attachments);
        Ok(carried.filter(|it| hashes.contains(it)).collect())
    }
}
