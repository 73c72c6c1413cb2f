//! One answer: its items, and how much more fits.

use super::cursor::{Cursor, Leaving, Parts};
use crate::Error;
use crate::judge::Bench;
use crate::store::{StubRow, What};
use domain::case::Case;
use domain::reading::{CaseFacts, Reader, Sight, may_see};
use domain::{CaseId, StaffId};
use protocol::limits::PULL_BYTES_FULL;
use protocol::{FeedItem, LeaveReason, json_bytes};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A case of more bytes is told in pieces.
const PART_BYTES: usize = PULL_BYTES_FULL / 2;

/// Events of a large case that are read at a time; each may be as large as an action.
const EVENTS_READ: u32 = 16;

/// Large cases that one page puts off; their names stand in the cursor, which has a limit too.
const LARGE_MAX: usize = 32;

/// The key under which stubs are told.
pub(super) const STUBS: &str = "stubs:agency";

/// An answer in the making.
pub(super) struct Page<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) staff: &'a StaffId,
    pub(super) items: Vec<FeedItem>,
    items_max: usize,
    bytes: usize,
    /// Large cases that this page put off.
    large: usize,
}

impl<'a> Page<'a> {
    pub(super) fn new(bench: &'a Bench<'a>, staff: &'a StaffId, items_max: usize) -> Self {
        Self { bench, staff, items: Vec::new(), items_max, bytes: 0, large: 0 }
    }

    pub(super) fn room(&self) -> usize {
        if self.bytes >= PULL_BYTES_FULL || self.large >= LARGE_MAX {
            return 0;
        }
        self.items_max.saturating_sub(self.items.len())
    }

    /// The bytes that still fit.
    pub(super) fn bytes_left(&self) -> usize {
        PULL_BYTES_FULL.saturating_sub(self.bytes)
    }

    /// Tells one item, which counts as the bytes that it will be in the answer.
    pub(super) fn push(&mut self, item: FeedItem) -> Result<(), Error> {
        self.bytes += json_bytes(&item)? + 1;
        self.items.push(item);
        Ok(())
    }

    /// Tells stubs as far as they fit; of hidden ones only those that are to be erased. Answers how many
    /// were dealt with.
    pub(super) fn push_stubs(&mut self, rows: &[StubRow], erase: bool) -> Result<usize, Error> {
        for (n, row) in rows.iter().enumerate() {
            if self.room() == 0 {
                return Ok(n);
            }
            if row.stub.visible || erase {
                self.push(FeedItem::Stub { stub: row.stub.clone() })?;
            }
        }
        Ok(rows.len())
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
        keys_wait || !cursor.parts.is_empty() || cursor.change < head || stubs_wait
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

    /// Tells a case whole, as it stood at a number; nothing when it did not exist then. One that would
    /// fill a page by itself is told in pieces.
    pub(super) fn enter(
        &mut self,
        cursor: &mut Cursor,
        case: CaseId,
        until: u64,
    ) -> Result<(), Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        cursor.parts.retain(|it| it.case != case);
        let Some(state) = self.seen_whole(case)? else { return Ok(()) };
        let bytes = tx.case_event_bytes(agency, case, 0, until)?;
        if bytes > PART_BYTES {
            cursor.parts.push_back(Parts { case, after: 0, until });
            self.large += 1;
            return Ok(());
        }
        let events = tx.case_events(agency, case, 0, until)?;
        if events.is_empty() {
            return Ok(());
        }
        let person = state.person.map_or(Ok(None), |person| tx.person(agency, person))?;
        self.push(FeedItem::Enter { case, events, person })
    }

    /// The state of a case that the reader may see whole now.
    fn seen_whole(&self, case: CaseId) -> Result<Option<Case>, Error> {
        let Some(state) = self.bench.tx.case(self.bench.agency, case)? else { return Ok(None) };
        let reader = Reader::Staff { staff: self.staff.clone() };
        let sight = may_see(&reader, &CaseFacts::of(&state), &self.bench.book, self.bench.now);
        Ok((sight == Sight::Whole).then_some(state))
    }

    /// Tells pieces of the cases that are larger than a page, as far as they fit. They come before
    /// whatever else is new.
    pub(super) fn tell_parts(&mut self, cursor: &mut Cursor) -> Result<(), Error> {
        while self.room() > 0 {
            let Some(parts) = cursor.parts.front().cloned() else { break };
            if let Some(state) = self.seen_whole(parts.case)? {
                self.tell_part(cursor, &parts, &state)?;
            } else {
                cursor.parts.pop_front();
                let (case, reason) = (parts.case, LeaveReason::Moved);
                self.push(FeedItem::Leave { case, reason })?;
            }
        }
        Ok(())
    }

    fn tell_part(&mut self, cursor: &mut Cursor, parts: &Parts, state: &Case) -> Result<(), Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let (case, until) = (parts.case, parts.until);
        let (mut events, mut after, mut last) = (Vec::new(), parts.after, false);
        let mut left = self.bytes_left();
        while !last && left > 0 {
            let read = tx.first_case_events(agency, case, after, until, EVENTS_READ)?;
            last = read.len() < EVENTS_READ as usize;
            for (event, bytes) in read {
                after = event.seq.unwrap_or(after);
                left = left.saturating_sub(bytes);
                events.push(event);
            }
        }
        let person = match state.person.filter(|_| last) {
            Some(person) => tx.person(agency, person)?,
            None => None,
        };
        self.push(FeedItem::Part { case, first: parts.after == 0, last, events, person })?;
        if last {
            cursor.parts.pop_front();
        } else if let Some(front) = cursor.parts.front_mut() {
            front.after = after;
        }
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
