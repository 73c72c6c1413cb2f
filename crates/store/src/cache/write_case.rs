//! Writing a case: its events, and all that is derived from them.

use super::event_id::EventId;
use super::index::Shadow;
use super::read_case::{Known, Stored};
use super::ready::ReadyEvent;
use super::words_of_event::words_of;
use super::{CaseLine, Writer};
use crate::StoreError;
use crate::sqlite::{bytes, json, us};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::{Case, Rank, Stage, fold, nearest_due, rank};
use domain::{Event, OpId, Recorded};
use rusqlite::named_params;
use std::collections::BTreeMap;

/// A case as it shall be: the platform's events, then those of the overlay.
pub(super) struct Whole {
    pub agreed: Vec<Recorded>,
    pub overlay: Vec<Recorded>,
    pub unread: bool,
    pub pending: u32,
}

/// Where a case stands; before the first book, by its last event.
pub(super) fn rank_of(case: &Case, book: Option<&Book>) -> Rank {
    match book {
        Some(book) => rank(case, book),
        None => Rank { at: case.touched_at, flagged: case.flagged, parts: Vec::new() },
    }
}

impl Writer<'_> {
    /// Makes a case be `whole`, writing only what differs from what is `stored`. Nothing is written
    /// when the events make no case.
    pub(super) fn put_case(
        &self,
        known: Option<&Known>,
        stored: Vec<Stored>,
        whole: Whole,
    ) -> Result<(), StoreError> {
        let Whole { mut agreed, overlay, unread, pending } = whole;
        let agreed_count = agreed.len();
        agreed.extend(overlay);
        let Some(case) = fold(&agreed) else { return Ok(()) };
        let person = self.person_of(&case, &agreed)?;
        let num = self.put_columns(&case, known, person, (unread, pending))?;
        self.put_head(num, known, &case, person)?;
        let wanted = places(num, agreed_count, agreed);
        self.put_grants(num, known, &case, &wanted)?;
        self.put_waits(num, known, &case)?;
        self.put_events(stored, wanted)
    }

    pub(super) fn put_columns(
        &self,
        case: &Case,
        known: Option<&Known>,
        person: Option<i64>,
        (unread, pending): (bool, u32),
    ) -> Result<i64, StoreError> {
        let rank = rank_of(case, self.book);
        let columns = named_params! {
            ":id": bytes(case.id),
            ":reference": super::lookup_keys::compact(&case.reference.to_string()),
            ":unit": case.unit.as_str(),
            ":owner": case.owner.as_ref().map(domain::StaffId::as_str),
            ":stage": stage_number(case.stage),
            ":person": person,
            ":band": i64::from(!rank.flagged),
            ":rank_us": us(rank.at),
            ":due_us": nearest_due(case).map(|(at, _)| us(at)),
            ":closed_us": case.closed_at.map(us),
            ":touched_us": us(case.touched_at),
            ":unread": unread,
            ":pending": pending,
            ":returned": i64::try_from(case.returned.len()).unwrap_or(i64::MAX),
            ":line": json("case line", &CaseLine::of(case, &rank))?,
        };
        if let Some(known) = known {
            self.t.prepare_cached(sql!("cache/cases/update"))?.execute(columns)?;
            return Ok(known.num);
        }
        self.t.prepare_cached(sql!("cache/cases/insert"))?.execute(columns)?;
        Ok(self.t.last_insert_rowid())
    }

    /// Writes events that are new or lie elsewhere, and erases what is no longer wanted. A pending
    /// event that came back from the platform keeps its document in the index.
    pub(super) fn put_events(
        &self,
        stored: Vec<Stored>,
        wanted: Vec<(EventId, Recorded)>,
    ) -> Result<(), StoreError> {
        let mut there: BTreeMap<EventId, Stored> =
            stored.into_iter().map(|it| (it.id, it)).collect();
        let mut missing = Vec::new();
        for (id, recorded) in wanted {
            match there.get(&id) {
                Some(stored) if stored.recorded == recorded => {
                    there.remove(&id);
                }
                _ => missing.push((id, recorded)),
            }
        }
        let mut spare = BTreeMap::new();
        for (id, gone) in there {
            self.t
                .prepare_cached(sql!("cache/events/delete"))?
                .execute(named_params! {":id": id.0})?;
            spare.insert((gone.recorded.op, gone.recorded.n), gone);
        }
        for (id, recorded) in missing {
            let ReadyEvent { json, shadow } = self.take_ready(&recorded)?;
            let doc = self.doc_of(id, &recorded, shadow, &mut spare)?;
            self.insert_event(id, &recorded, doc, &json)?;
        }
        for gone in spare.into_values() {
            self.unindex_event(&gone)?;
        }
        Ok(())
    }

    fn doc_of(
        &self,
        id: EventId,
        recorded: &Recorded,
        shadow: Option<Shadow>,
        spare: &mut BTreeMap<(OpId, u16), Stored>,
    ) -> Result<Option<i64>, StoreError> {
        let words = words_of(&recorded.event);
        let key = (recorded.op, recorded.n);
        if let Some(same) = spare.get(&key)
            && words_of(&same.recorded.event) == words
        {
            let doc = same.doc;
            spare.remove(&key);
            if let Some(doc) = doc {
                self.move_doc(doc, id)?;
            }
            return Ok(doc);
        }
        shadow.map(|it| self.index(id, said_at(recorded), it)).transpose()
    }

    /// What was made on all cores, or makes it now.
    fn take_ready(&self, recorded: &Recorded) -> Result<ReadyEvent, StoreError> {
        let ready = self.ready.borrow_mut().remove(&(recorded.op, recorded.n));
        ready.map_or_else(|| ReadyEvent::of(recorded), Ok)
    }

    fn insert_event(
        &self,
        id: EventId,
        recorded: &Recorded,
        doc: Option<i64>,
        text: &str,
    ) -> Result<(), StoreError> {
        self.t.prepare_cached(sql!("cache/events/insert"))?.execute(named_params! {
            ":id": id.0,
            ":op": bytes(recorded.op),
            ":n": recorded.n,
            ":doc": doc,
            ":recorded": text,
        })?;
        Ok(())
    }

    pub(super) fn unindex_event(&self, gone: &Stored) -> Result<(), StoreError> {
        let Some(doc) = gone.doc else { return Ok(()) };
        self.unindex(doc, Shadow::of(&words_of(&gone.recorded.event)))
    }
}

/// When words were said: rows of a file at the time the file claims.
fn said_at(recorded: &Recorded) -> DateTime<Utc> {
    if let Event::CaseImported { import, .. } = &recorded.event {
        return import.closed_at.unwrap_or(import.opened_at);
    }
    recorded.at
}

fn places(num: i64, agreed_count: usize, events: Vec<Recorded>) -> Vec<(EventId, Recorded)> {
    let mut next = EventId::head(num).next();
    let mut placed = Vec::with_capacity(events.len());
    for (n, recorded) in events.into_iter().enumerate() {
        if n == agreed_count {
            next = EventId::first_pending(num);
        }
        placed.push((next, recorded));
        next = next.next();
    }
    placed
}

fn stage_number(stage: Stage) -> i64 {
    match stage {
        Stage::New => 0,
        Stage::Open => 1,
        Stage::Answered => 2,
        Stage::Closed => 3,
    }
}
