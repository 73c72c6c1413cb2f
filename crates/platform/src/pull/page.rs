//! One answer: its items, and how much more fits.

use super::cursor::{Cursor, Entering};
use crate::Error;
use crate::judge::Bench;
use domain::reading::{CaseFacts, Reader, Sight, may_see};
use domain::{CaseId, StaffId};
use protocol::{FeedItem, LeaveReason};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A page ends when it holds this much, well below the protocol's limit.
const BYTES_FULL: usize = 8 * 1024 * 1024;

/// The key under which stubs are told.
pub(super) const STUBS: &str = "stubs:agency";

/// An answer in the making.
pub(super) struct Page<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) staff: &'a StaffId,
    pub(super) items: Vec<FeedItem>,
    items_max: usize,
    bytes: usize,
}

impl<'a> Page<'a> {
    pub(super) fn new(bench: &'a Bench<'a>, staff: &'a StaffId, items_max: usize) -> Self {
        Self { bench, staff, items: Vec::new(), items_max, bytes: 0 }
    }

    pub(super) fn room(&self) -> usize {
        if self.bytes >= BYTES_FULL {
            return 0;
        }
        self.items_max.saturating_sub(self.items.len())
    }

    /// The room as a limit of a statement.
    pub(super) fn limit(&self) -> u32 {
        u32::try_from(self.room()).unwrap_or(u32::MAX)
    }

    /// Whether more waits behind the cursor.
    pub(super) fn more(&self, cursor: &Cursor) -> bool {
        let head = self.bench.head.change;
        let stubs_wait = cursor.keys.contains(STUBS) && cursor.stubs < head;
        !cursor.entering.is_empty() || cursor.change < head || stubs_wait
    }

    /// Takes up new keys, and tells to erase what only stood under keys that are no longer wanted or
    /// allowed.
    pub(super) fn turn_to(
        &mut self,
        cursor: &mut Cursor,
        wanted: &BTreeSet<String>,
    ) -> Result<(), Error> {
        let gone: Vec<String> = cursor.keys.difference(wanted).cloned().collect();
        let mut new: Vec<String> = wanted.difference(&cursor.keys).cloned().collect();
        cursor.keys.clone_from(wanted);
        cursor.entering.retain(|it| wanted.contains(&it.key));
        for key in gone {
            self.leave_key(cursor, &key)?;
        }
        new.sort_by_key(|key| tier(key));
        let nil = CaseId(Uuid::nil());
        let entering = new.into_iter().map(|key| Entering { key, after: nil });
        cursor.entering.extend(entering);
        Ok(())
    }

    /// Erases what stands under a key now, or left it unseen since the cursor, and under no other.
    fn leave_key(&mut self, cursor: &mut Cursor, key: &str) -> Result<(), Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        if key == STUBS {
            cursor.stubs = 0;
            return Ok(());
        }
        let nil = CaseId(Uuid::nil());
        let mut cases: BTreeSet<CaseId> =
            tx.cases_in_scope(agency, key, nil, u32::MAX)?.into_iter().collect();
        cases.extend(tx.feed_after(agency, key, cursor.change, u32::MAX)?.iter().map(|it| it.case));
        for case in cases {
            if !self.in_sight(cursor, case)? {
                let reason = LeaveReason::Unsubscribed;
                self.items.push(FeedItem::Leave { case, reason });
            }
        }
        Ok(())
    }

    /// Whether a case stands under a key of the cursor now.
    pub(super) fn in_sight(&self, cursor: &Cursor, case: CaseId) -> Result<bool, Error> {
        let keys = self.bench.tx.scope_of(self.bench.agency, case)?;
        Ok(keys.iter().any(|key| cursor.keys.contains(key)))
    }

    /// Tells a case whole, as it stood at a number; nothing when it did not exist then.
    pub(super) fn enter(&mut self, case: CaseId, until: u64) -> Result<(), Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let Some(state) = tx.case(agency, case)? else { return Ok(()) };
        let reader = Reader::Staff { staff: self.staff.clone() };
        let facts = CaseFacts::of(&state);
        if may_see(&reader, &facts, &self.bench.book, self.bench.now) != Sight::Whole {
            return Ok(());
        }
        let (events, bytes) = tx.case_events_sized(agency, case, until)?;
        if events.is_empty() {
            return Ok(());
        }
        let person = state.person.map_or(Ok(None), |person| tx.person(agency, person))?;
        self.bytes += bytes;
        self.items.push(FeedItem::Enter { case, events, person });
        Ok(())
    }
}

/// 1 own and asked, 2 stubs and open cases, 3 closed cases.
pub(super) fn tier(key: &str) -> u8 {
    if key.starts_with("staff:") || key.starts_with("asked:") {
        1
    } else if key.contains(":closed:") {
        3
    } else {
        2
    }
}
