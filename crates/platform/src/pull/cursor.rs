//! Where a device stands. Opaque to it; forged, it shows nothing that its user may not see.

use crate::Error;
use crate::store::Head;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::CaseId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, VecDeque};

/// Longer texts are no cursors.
const CURSOR_CHARS_MAX: usize = 256 * 1024;

/// Where a device stands in the agency's changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// The history it belongs to.
    epoch: u64,
    /// Changes told.
    pub(super) change: u64,
    /// The history's number at that change.
    pub(super) seq: u64,
    /// Changes of stubs told; zero before the first.
    pub(super) stubs: u64,
    /// The keys that are told.
    pub(super) keys: BTreeSet<String>,
    /// Keys that are still to be told whole, in order; the first is being told.
    pub(super) entering: VecDeque<Entering>,
    /// Changes up to here happened while new keys were being told: a case may have come or gone between
    /// two pages, so whatever changed in that time is told whole.
    pub(super) whole_until: u64,
    /// Out of sight on an earlier page of the same catch-up: the device holds nothing of them.
    pub(super) erased: BTreeSet<CaseId>,
    /// Cases told and to tell in the tier that runs.
    pub(super) done: u32,
    pub(super) total: u32,
}

/// A key that is being told whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entering {
    pub(super) key: String,
    /// The last case told.
    pub(super) after: CaseId,
}

impl Cursor {
    /// Before anything was told: everything that follows is told as of this head.
    pub(super) fn start(epoch: u64, head: Head) -> Self {
        Self {
            epoch,
            change: head.change,
            seq: head.seq,
            stubs: 0,
            keys: BTreeSet::new(),
            entering: VecDeque::new(),
            whole_until: 0,
            erased: BTreeSet::new(),
            done: 0,
            total: 0,
        }
    }

    /// Reads a cursor; none when it is none of ours.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.len() > CURSOR_CHARS_MAX {
            return None;
        }
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    pub(super) fn write(&self) -> Result<String, Error> {
        Ok(BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(self)?))
    }

    /// Whether it belongs to this history and not to its future, as after a restore.
    pub(super) fn fits(&self, epoch: u64, head: Head) -> bool {
        self.epoch == epoch
            && self.change <= head.change
            && self.seq <= head.seq
            && self.stubs <= head.change
    }

    /// Whether a key is told already, not only planned.
    pub(super) fn has_told(&self, key: &str) -> bool {
        self.keys.contains(key) && !self.entering.iter().any(|it| it.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_writing_and_foreign_text_is_none() {
        let head = Head { change: 7, seq: 9, book_version: 1 };
        let cursor = Cursor::start(1, head);
        assert_eq!(Cursor::read(&cursor.write().expect("written")), Some(cursor.clone()));
        assert_eq!(Cursor::read("not ours"), None);
        assert!(cursor.fits(1, head));
        assert!(!cursor.fits(2, head));
        assert!(!cursor.fits(1, Head { change: 6, ..head }));
    }
}
