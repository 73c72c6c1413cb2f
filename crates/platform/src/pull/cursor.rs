//! Where a device stands. Sealed with the platform's key and bound to agency, computer and user: what
//! is not exactly as it was given is no cursor, and everything is told anew.

use super::page::{STUBS, tier};
use crate::judge::Bench;
use crate::sealed::Binding;
use crate::secrets::{Purpose, Secrets};
use crate::session::Session;
use crate::store::Head;
use crate::{App, Error};
use chrono::{DateTime, Utc};
use domain::CaseId;
use domain::book::Book;
use domain::reading::scope_keys_of_staff;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use uuid::Uuid;

/// Longer texts are no cursors.
const CURSOR_CHARS_MAX: usize = 256 * 1024;
/// The version of what is sealed.
const VERSION: u8 = 1;
/// Cases that a cursor remembers as erased; of more, some are erased twice.
const ERASED_MAX: usize = 2_000;

/// Where a device stands in the agency's changes. What is empty is left out of its text: it travels
/// there and back with every question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// The history it belongs to.
    #[serde(rename = "e")]
    epoch: u64,
    /// Changes told.
    #[serde(rename = "c")]
    pub(super) change: u64,
    /// The history's number at that change.
    #[serde(rename = "s")]
    pub(super) seq: u64,
    /// Changes of stubs told; zero before the first.
    #[serde(rename = "t")]
    pub(super) stubs: u64,
    /// Which keys are told, in short.
    #[serde(rename = "k")]
    told: Told,
    /// The keys that are told, read from `told`.
    #[serde(skip)]
    pub(super) keys: BTreeSet<String>,
    /// Keys that are still to be told whole, in order; the first is being told.
    #[serde(default, skip_serializing_if = "VecDeque::is_empty")]
    pub(super) entering: VecDeque<Entering>,
    /// Keys whose cases are still to be taken back, in order; the first is being taken back.
    #[serde(default, skip_serializing_if = "VecDeque::is_empty")]
    pub(super) leaving: VecDeque<Leaving>,
    /// Changes up to here happened while new keys were being told: a case may have come or gone between
    /// two pages, so whatever changed in that time is told whole.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) whole_until: u64,
    /// Out of sight on an earlier page of the same catch-up: the device holds nothing of them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) erased: BTreeSet<CaseId>,
    /// Cases larger than a page that are being told in pieces; the first is under way.
    #[serde(default, skip_serializing_if = "VecDeque::is_empty")]
    pub(super) parts: VecDeque<Parts>,
    /// Cases told and to tell in the tier that runs.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) done: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) total: u32,
}

/// A case that is being told in pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Parts {
    pub(super) case: CaseId,
    /// The number of the last event told; zero before the first piece.
    pub(super) after: u64,
    /// The number of the last event to tell.
    pub(super) until: u64,
}

/// Which keys were told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Told {
    /// All that the user could have by this version of the book at this instant, milliseconds since
    /// 1970.
    All(u64, i64),
    /// Those that the device named.
    Named(BTreeSet<String>),
}

/// A key that is being told whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entering {
    #[serde(rename = "k")]
    pub(super) key: String,
    /// The last case told.
    #[serde(rename = "a")]
    pub(super) after: CaseId,
}

/// A key whose cases are being taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Leaving {
    #[serde(rename = "k")]
    pub(super) key: String,
    /// The last case taken back.
    #[serde(rename = "a")]
    pub(super) after: CaseId,
    /// The last case that was told, when the key was still being told whole.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<CaseId>,
}

impl Cursor {
    /// Before anything was told: everything that follows is told as of this head.
    pub(super) fn start(epoch: u64, head: Head) -> Self {
        Self {
            epoch,
            change: head.change,
            seq: head.seq,
            stubs: 0,
            told: Told::Named(BTreeSet::new()),
            keys: BTreeSet::new(),
            entering: VecDeque::new(),
            leaving: VecDeque::new(),
            whole_until: 0,
            erased: BTreeSet::new(),
            parts: VecDeque::new(),
            done: 0,
            total: 0,
        }
    }

    /// Reads a cursor; none when it was not given to this user on this computer, or belongs to another
    /// history.
    pub(super) fn read(
        app: &App,
        bench: &Bench<'_>,
        session: &Session,
        text: &str,
    ) -> Result<Option<Self>, Error> {
        let Some(mut cursor) = Self::unseal(&app.secrets, session, text) else { return Ok(None) };
        if !cursor.fits(app.epoch, bench.head) {
            return Ok(None);
        }
        cursor.keys = match &cursor.told {
            Told::Named(keys) => keys.clone(),
            Told::All(version, at) => {
                let Some(at) = DateTime::from_timestamp_millis(*at) else { return Ok(None) };
                let Some(book) = book_of(bench, *version)? else { return Ok(None) };
                scope_keys_of_staff(&session.staff, &book, at)
            }
        };
        Ok(Some(cursor))
    }

    fn unseal(secrets: &Secrets, session: &Session, text: &str) -> Option<Self> {
        if text.len() > CURSOR_CHARS_MAX {
            return None;
        }
        let content = binding(session).open(secrets, text)?;
        serde_json::from_slice(&content).ok()
    }

    pub(super) fn write(&self, secrets: &Secrets, session: &Session) -> Result<String, Error> {
        binding(session).seal(secrets, &serde_json::to_vec(self)?)
    }

    /// Takes up new keys, and plans to take back what only stood under keys that are no longer wanted
    /// or allowed.
    pub(super) fn turn_to(&mut self, wanted: &BTreeSet<String>) {
        let nil = CaseId(Uuid::nil());
        for key in self.keys.difference(wanted) {
            if key == STUBS {
                self.stubs = 0;
                continue;
            }
            let begun = self.entering.iter().find(|it| it.key == *key);
            let until = begun.map(|it| it.after);
            self.leaving.push_back(Leaving { key: key.clone(), after: nil, until });
        }
        let mut new: Vec<String> = wanted.difference(&self.keys).cloned().collect();
        self.keys.clone_from(wanted);
        self.entering.retain(|it| wanted.contains(&it.key));
        new.sort_by_key(|key| tier(key));
        let entering = new.into_iter().map(|key| Entering { key, after: nil });
        self.entering.extend(entering);
    }

    /// Says which keys are told from now on: all of a book at an instant.
    pub(super) fn told_all(&mut self, book_version: u64, at: DateTime<Utc>) {
        self.told = Told::All(book_version, at.timestamp_millis());
    }

    /// Says which keys are told from now on: those that were named.
    pub(super) fn told_named(&mut self) {
        self.told = Told::Named(self.keys.clone());
    }

    /// Whether it says that all keys of this version of the book are told.
    pub(super) fn tells_all(&self, book_version: u64) -> bool {
        matches!(self.told, Told::All(version, _) if version == book_version)
    }

    /// Remembers that the device holds nothing of a case. False when that was known.
    pub(super) fn erase(&mut self, case: CaseId) -> bool {
        if self.erased.len() < ERASED_MAX {
            self.erased.insert(case)
        } else {
            !self.erased.contains(&case)
        }
    }

    /// Whether it belongs to this history and not to its future, as after a restore.
    fn fits(&self, epoch: u64, head: Head) -> bool {
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

/// A version of the book, read only when it is not the one that stands.
fn book_of(bench: &Bench<'_>, version: u64) -> Result<Option<Arc<Book>>, Error> {
    if version == bench.book.version {
        return Ok(Some(Arc::clone(&bench.book)));
    }
    Ok(bench.tx.book(bench.agency, version)?.map(Arc::new))
}

fn binding(session: &Session) -> Binding<'_> {
    let holder = [
        session.agency.as_str().as_bytes(),
        session.device.0.as_bytes(),
        session.staff.as_str().as_bytes(),
    ];
    Binding { purpose: Purpose::PullCursor, version: VERSION, holder }
}

fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_of_another_history_or_of_its_future_does_not_fit() {
        let head = Head { change: 7, seq: 9, book_version: 1 };
        let cursor = Cursor::start(1, head);
        assert!(cursor.fits(1, head));
        assert!(!cursor.fits(2, head));
        assert!(!cursor.fits(1, Head { change: 6, ..head }));
    }

    #[test]
    fn a_full_cursor_is_still_short_enough_to_come_back() {
        let mut cursor = Cursor::start(1, Head { change: 7, seq: 9, book_version: 1 });
        let id = |n: u128| CaseId(Uuid::from_u128(n));
        let key = |n: usize| format!("unit:{}:closed:2026-{n:05}", "x".repeat(64));
        cursor.keys = (0..super::super::KEYS_MAX).map(key).collect();
        cursor.told_named();
        for key in cursor.keys.clone() {
            cursor.entering.push_back(Entering { key, after: id(0) });
        }
        for n in 0..10_000 {
            cursor.erase(id(n));
        }
        let bytes = serde_json::to_vec(&cursor).expect("json").len();
        assert!((bytes + 64) * 4 / 3 < CURSOR_CHARS_MAX, "{bytes} bytes");
    }
}
