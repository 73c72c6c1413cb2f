//! Where a device stands. Opaque to it; forged, it shows nothing that its user may not see.

use crate::Error;
use crate::store::Head;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::CaseId;
use protocol::Hash;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, VecDeque};

/// Longer texts are no cursors.
const CURSOR_CHARS_MAX: usize = 256 * 1024;

/// Bytes of the keys' hash that a cursor carries: enough to see a change, which nobody gains from
/// hiding.
const KEYS_HASH_BYTES: usize = 12;

/// Where a device stands in the agency's changes. What is empty is left out of its text: it travels
/// there and back with every question.
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
    /// The keys that are told. A text of the cursor carries only their hash; see [`Self::recall`].
    #[serde(skip)]
    pub(super) keys: BTreeSet<String>,
    /// The hash of the keys, as it was read.
    keys_hash: String,
    /// Keys that are still to be told whole, in order; the first is being told.
    #[serde(default, skip_serializing_if = "VecDeque::is_empty")]
    pub(super) entering: VecDeque<Entering>,
    /// Changes up to here happened while new keys were being told: a case may have come or gone between
    /// two pages, so whatever changed in that time is told whole.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) whole_until: u64,
    /// Out of sight on an earlier page of the same catch-up: the device holds nothing of them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) erased: BTreeSet<CaseId>,
    /// Cases told and to tell in the tier that runs.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) done: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
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
            keys_hash: hash(&BTreeSet::new()),
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

    pub(super) fn write(&mut self) -> Result<String, Error> {
        self.keys_hash = hash(&self.keys);
        Ok(BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(self)?))
    }

    /// Puts the keys that were told back in: those that the device names, else the given ones if they
    /// are the same. False when the device must name them.
    pub(super) fn recall(&mut self, named: Option<&[String]>, wanted: &BTreeSet<String>) -> bool {
        match named {
            Some(named) => self.keys = named.iter().cloned().collect(),
            None if hash(wanted) == self.keys_hash => self.keys.clone_from(wanted),
            None => return false,
        }
        true
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

fn hash(keys: &BTreeSet<String>) -> String {
    let mut text = String::new();
    for key in keys {
        text.push_str(key);
        text.push('\n');
    }
    BASE64_URL_SAFE_NO_PAD.encode(&Hash::of(text.as_bytes()).0[..KEYS_HASH_BYTES])
}

fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_writing_and_foreign_text_is_none() {
        let head = Head { change: 7, seq: 9, book_version: 1 };
        let mut cursor = Cursor::start(1, head);
        assert_eq!(Cursor::read(&cursor.write().expect("written")), Some(cursor.clone()));
        assert_eq!(Cursor::read("not ours"), None);
        assert!(cursor.fits(1, head));
        assert!(!cursor.fits(2, head));
        assert!(!cursor.fits(1, Head { change: 6, ..head }));
    }

    #[test]
    fn a_cursor_knows_its_keys_again_and_says_when_they_are_others() {
        let keys = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect();
        let (told, others) = (keys(&["staff:a", "unit:b:open"]), keys(&["staff:a"]));
        let mut cursor = Cursor::start(1, Head { change: 7, seq: 9, book_version: 1 });
        cursor.keys.clone_from(&told);
        let mut read = Cursor::read(&cursor.write().expect("written")).expect("ours");
        assert!(read.keys.is_empty());
        assert!(!read.recall(None, &others));
        assert!(read.recall(None, &told));
        assert_eq!(read.keys, told);
        assert!(read.recall(Some(&["staff:a".to_owned()]), &told));
        assert_eq!(read.keys, others);
    }
}
