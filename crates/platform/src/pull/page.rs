//! One answer: its items, and how much more fits.

use super::cursor::{Cursor, Leaving};
use crate::Error;
use crate::judge::Bench;
use crate::store::What;
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
        let keys_wait = !cursor.entering.is_empty() || !cursor.leaving.is_empty();
        keys_wait || cursor.change < head || stubs_wait
    }

    /// Tells to erase what the device holds of keys that it lost, as much as fits.
    pub(super) fn take_back(&mut self, cursor: &mut Cursor) -> Result<(), Error> {
        while let Some(leaving) = cursor.leaving.front().cloned() {
            let mut after = leaving.after;
            for case in self.held_under(cursor, &leaving)? {
                if self.room() == 0 {
                    if let Some(front) = cursor.leaving.front_mut() {
                        front.after = after;
                    }
                    return Ok(());
                }
                after = case;
                if !cursor.erased.contains(&case) && !self.in_sight(cursor, case)? {
                    let reason = LeaveReason::Unsubscribed;
                    self.items.push(FeedItem::Leave { case, reason });
                }
            }
            cursor.leaving.pop_front();
        }
        Ok(())
    }

    /// Cases that were told under a key and are not taken back yet: what stands under it now or has
    /// left it since the cursor, but for what came under it since.
    fn held_under(&self, cursor: &Cursor, of: &Leaving) -> Result<BTreeSet<CaseId>, Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let nil = CaseId(Uuid::nil());
        let standing = tx.cases_in_scope(agency, &of.key, nil, u32::MAX)?;
        let mut cases: BTreeSet<CaseId> = standing.into_iter().collect();
        let mut seen = BTreeSet::new();
        for row in tx.feed_after(agency, &of.key, cursor.change, u32::MAX)? {
            if !seen.insert(row.case) {
                continue;
            }
            let came_since = row.what == What::Enter && row.change > cursor.whole_until;
            if came_since && of.until.is_none() {
                cases.remove(&row.case);
            } else {
                cases.insert(row.case);
            }
        }
        cases.retain(|it| *it > of.after && of.until.is_none_or(|until| *it <= until));
        Ok(cases)
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
