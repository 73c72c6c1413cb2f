//! What changed under the keys that a device has, since its cursor.

use super::cursor::Cursor;
use super::page::{Page, STUBS};
use crate::Error;
use crate::store::{FeedRow, What};
use domain::CaseId;
use protocol::{FeedItem, LeaveReason};
use std::collections::{BTreeMap, BTreeSet};

/// A stretch of changes: the news of each case in it, and where it ends.
struct Stretch {
    cases: BTreeMap<CaseId, Vec<FeedRow>>,
    /// How many changes it holds.
    changes: u32,
    change: u64,
    seq: u64,
}

impl Page<'_> {
    /// Tells what fits. New keys come first: until they are told, the cursor stays where it is.
    pub(super) fn tell_news(&mut self, cursor: &mut Cursor) -> Result<(), Error> {
        if !cursor.entering.is_empty() || !cursor.leaving.is_empty() {
            return Ok(());
        }
        if cursor.change < self.bench.head.change && self.room() > 0 {
            let stretch = self.fitting_stretch(cursor)?;
            for (case, rows) in &stretch.cases {
                self.tell_case(cursor, *case, rows, stretch.seq)?;
            }
            (cursor.change, cursor.seq) = (stretch.change, stretch.seq);
            if cursor.change == self.bench.head.change {
                cursor.erased.clear();
            }
        }
        if cursor.keys.contains(STUBS) {
            self.tell_stubs(cursor)?;
        }
        Ok(())
    }

    /// The longest stretch whose news fits in items and in bytes. One change is always told: it is an
    /// action's, whose size is limited.
    fn fitting_stretch(&self, cursor: &Cursor) -> Result<Stretch, Error> {
        let mut limit = self.limit();
        loop {
            let stretch = self.stretch(cursor, limit)?;
            let fits = limit <= 1 || self.bytes_of(&stretch)? <= self.bytes_left();
            if fits {
                return Ok(stretch);
            }
            limit = (limit / 2).min(stretch.changes.saturating_sub(1)).max(1);
        }
    }

    /// Bytes of the events that a stretch may tell. A case that enters whole may tell more, and is told
    /// in pieces then.
    fn bytes_of(&self, stretch: &Stretch) -> Result<usize, Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let mut bytes = 0_usize;
        for (case, rows) in &stretch.cases {
            let Some(first) = rows.iter().filter_map(|it| it.seq_first).min() else { continue };
            let after = first.saturating_sub(1);
            bytes = bytes.saturating_add(tx.case_event_bytes(agency, *case, after, stretch.seq)?);
        }
        Ok(bytes)
    }

    /// The longest stretch of at most so many changes: all keys are read to the same change.
    fn stretch(&self, cursor: &Cursor, limit: u32) -> Result<Stretch, Error> {
        let head = self.bench.head;
        let mut rows = Vec::new();
        let mut end = (head.change, head.seq);
        for key in cursor.keys.iter().filter(|it| *it != STUBS) {
            let found = self.bench.tx.feed_after(self.bench.agency, key, cursor.change, limit)?;
            if let Some(last) = found.last().filter(|_| found.len() >= limit as usize) {
                end = end.min((last.change, last.seq_last));
            }
            rows.extend(found);
        }
        rows.sort_by_key(|it| it.change);
        if let Some(fitting) = last_that_fits(&rows, self.room()) {
            end = end.min(fitting);
        }
        let mut cases: BTreeMap<CaseId, Vec<FeedRow>> = BTreeMap::new();
        for row in rows.into_iter().filter(|it| it.change <= end.0) {
            cases.entry(row.case).or_default().push(row);
        }
        let changes: BTreeSet<u64> = cases.values().flatten().map(|it| it.change).collect();
        let changes = u32::try_from(changes.len()).unwrap_or(u32::MAX);
        Ok(Stretch { cases, changes, change: end.0, seq: end.1 })
    }

    /// Tells the news of one case, as it may be seen now.
    fn tell_case(
        &mut self,
        cursor: &mut Cursor,
        case: CaseId,
        rows: &[FeedRow],
        until: u64,
    ) -> Result<(), Error> {
        let first = rows.first().map_or(0, |it| it.change);
        let mut at_first = rows.iter().filter(|it| it.change == first);
        if !self.in_sight(cursor, case)? {
            let came_since =
                first > cursor.whole_until && at_first.all(|it| it.what == What::Enter);
            if cursor.erase(case) && !came_since {
                self.push(FeedItem::Leave { case, reason: reason(rows) })?;
            }
            return Ok(());
        }
        // Held under one of the keys when the stretch begins, so that only what happened is new.
        let is_held = first > cursor.whole_until
            && at_first.any(|it| matches!(it.what, What::Event | What::Person));
        if is_held && !cursor.erased.contains(&case) {
            self.tell_person(case, rows)?;
            return self.tell_events(case, rows, until);
        }
        cursor.erased.remove(&case);
        self.enter(cursor, case, until)
    }

    /// Tells the person of a held case, as they are now, when they changed.
    fn tell_person(&mut self, case: CaseId, rows: &[FeedRow]) -> Result<(), Error> {
        if !rows.iter().any(|it| it.what == What::Person) {
            return Ok(());
        }
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let person = tx.case(agency, case)?.and_then(|it| it.person);
        let person = person.map_or(Ok(None), |it| tx.person(agency, it))?;
        self.items.extend(person.map(|person| FeedItem::Person { person }));
        Ok(())
    }

    fn tell_events(&mut self, case: CaseId, rows: &[FeedRow], until: u64) -> Result<(), Error> {
        let Some(first) = rows.iter().filter_map(|it| it.seq_first).min() else { return Ok(()) };
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let after = first.saturating_sub(1);
        for event in tx.case_events(agency, case, after, until)? {
            self.push(FeedItem::Event { recorded: Box::new(event) })?;
        }
        Ok(())
    }

    fn tell_stubs(&mut self, cursor: &mut Cursor) -> Result<(), Error> {
        let limit = self.limit();
        if cursor.stubs >= self.bench.head.change || limit == 0 {
            return Ok(());
        }
        let rows = self.bench.tx.stubs_after(self.bench.agency, cursor.stubs, limit)?;
        let told = self.push_stubs(&rows, true)?;
        let is_last = told == rows.len() && rows.len() < limit as usize;
        let last = rows[..told].last().map_or(cursor.stubs, |it| it.change);
        cursor.stubs = if is_last { self.bench.head.change } else { last };
        Ok(())
    }
}

/// The last change, with its number, up to which the items fit; at least the first change. None when
/// all fit. A change brings one item for each of its events.
fn last_that_fits(rows: &[FeedRow], room: usize) -> Option<(u64, u64)> {
    let (mut items, mut change, mut last) = (0, 0, None);
    for row in rows {
        if row.change == change {
            continue;
        }
        let events = row.seq_first.map_or(0, |first| row.seq_last.saturating_sub(first));
        items += usize::try_from(events).unwrap_or(usize::MAX).saturating_add(1);
        if items > room && last.is_some() {
            return last;
        }
        (change, last) = (row.change, Some((row.change, row.seq_last)));
    }
    None
}

fn reason(rows: &[FeedRow]) -> LeaveReason {
    let reasons = rows.iter().rev().filter_map(|it| match it.what {
        What::Leave(reason) => Some(reason),
        What::Event | What::Person | What::Enter => None,
    });
    reasons.into_iter().next().unwrap_or(LeaveReason::Moved)
}
