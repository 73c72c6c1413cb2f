//! One case, whole.

use super::event_id::EventId;
use super::{Cache, CaseLine, Row, Writer, persons, write_case};
use crate::StoreError;
use crate::sqlite::{bytes, id, parse};
use domain::case::{Case, Rank, fold};
use domain::{ApprovalId, CaseId, Person, Recorded, StaffId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// A case with all that stands around it, the overlay included.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredCase {
    /// What its events add up to.
    pub case: Case,
    /// Where it stands in the queue.
    pub rank: Rank,
    /// All its events in order; those of pending actions have no number and come last.
    pub events: Vec<Recorded>,
    /// Who brought it.
    pub person: Option<Person>,
    /// Actions of this device on it that are not yet agreed.
    pub pending: u32,
    /// Something new that the reader has not seen.
    pub unread: bool,
}

impl StoredCase {
    /// The case as lists show it.
    #[must_use]
    pub fn row(&self) -> Row {
        Row {
            line: CaseLine::of(&self.case, &self.rank),
            person_name: self.person.as_ref().map(|it| it.name.clone()),
            pending: self.pending,
            unread: self.unread,
        }
    }
}

/// What stands beside a case's events.
pub(super) struct Known {
    pub num: i64,
    pub person: Option<i64>,
    pub unread: bool,
    pub pending: u32,
}

/// An event where it lies.
pub(super) struct Stored {
    pub id: EventId,
    pub doc: Option<i64>,
    pub recorded: Recorded,
}

impl Cache {
    /// A case as the reader sees it now: the platform's events and, behind them, the overlay.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn case(&self, case: CaseId) -> Result<Option<StoredCase>, StoreError> {
        let Some(known) = known(&self.connection, case)? else { return Ok(None) };
        let events = recorded(stored_events(&self.connection, known.num)?);
        let Some(case) = fold(&events) else { return Ok(None) };
        let mut person = match known.person {
            Some(num) => persons::by_num(&self.connection, num)?,
            None => None,
        };
        // A correction that waits is shown at once, like everything in the overlay.
        for it in events.iter().filter(|it| it.seq.is_none()) {
            if let Some(person) = &mut person {
                person.correct(&it.event);
            }
        }
        let rank = write_case::rank_of(&case, self.book.as_deref());
        Ok(Some(StoredCase {
            case,
            rank,
            events,
            person,
            pending: known.pending,
            unread: known.unread,
        }))
    }

    /// The events of a case in order, those of pending actions last; none when it is not here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn events(&self, case: CaseId) -> Result<Vec<Recorded>, StoreError> {
        match known(&self.connection, case)? {
            Some(known) => Ok(recorded(stored_events(&self.connection, known.num)?)),
            None => Ok(Vec::new()),
        }
    }

    /// The events of a case, the platform's and the overlay's apart.
    pub(crate) fn events_apart(
        &self,
        case: CaseId,
    ) -> Result<(Vec<Recorded>, Vec<Recorded>), StoreError> {
        let Some(known) = known(&self.connection, case)? else { return Ok(Default::default()) };
        let stored = stored_events(&self.connection, known.num)?;
        Ok((agreed_of(&stored), overlay_of(&stored)))
    }

    /// Whether a case is here in whole.
    pub(super) fn holds(&self, case: CaseId) -> Result<bool, StoreError> {
        Ok(self.num_of(case)?.is_some())
    }

    /// The number of a case's row.
    pub(super) fn num_of(&self, case: CaseId) -> Result<Option<i64>, StoreError> {
        Ok(known(&self.connection, case)?.map(|it| it.num))
    }

    /// The reader has seen it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mark_seen(&mut self, case: CaseId) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/cases/mark_seen"))?;
        statement.execute(named_params! {":id": bytes(case)})?;
        Ok(())
    }

    /// Approvals that wait for somebody, the nearest limit first, with their cases.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn approvals_waiting(
        &self,
        approver: &StaffId,
    ) -> Result<Vec<(CaseId, ApprovalId)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/waits/of_approver"))?;
        let rows = statement.query_map(named_params! {":approver": approver.as_str()}, |row| {
            Ok((id(row, "id")?, id(row, "approval")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(super) fn known(&self, case: CaseId) -> Result<Option<Known>, StoreError> {
        known(self.t, case)
    }

    pub(super) fn stored_events(&self, case_num: i64) -> Result<Vec<Stored>, StoreError> {
        stored_events(self.t, case_num)
    }

    /// None of a case that is not here.
    pub(super) fn stored_of(&self, known: Option<&Known>) -> Result<Vec<Stored>, StoreError> {
        known.map_or_else(|| Ok(Vec::new()), |it| self.stored_events(it.num))
    }
}

fn known(connection: &Connection, case: CaseId) -> Result<Option<Known>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/cases/by_id"))?;
    let known = statement.query_row(named_params! {":id": bytes(case)}, |row| {
        Ok(Known {
            num: row.get("num")?,
            person: row.get("person")?,
            unread: row.get("unread")?,
            pending: row.get("pending")?,
        })
    });
    Ok(known.optional()?)
}

fn stored_events(connection: &Connection, case_num: i64) -> Result<Vec<Stored>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/events/of_case"))?;
    let range = named_params! {
        ":from": EventId::head(case_num).0, ":until": EventId::end(case_num).0,
    };
    let mut rows = statement.query(range)?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let text = row.get_ref("recorded")?;
        let recorded = parse("event", text.as_str().map_err(rusqlite::Error::from)?)?;
        events.push(Stored { id: EventId(row.get("id")?), doc: row.get("doc")?, recorded });
    }
    Ok(events)
}

/// The platform's events among them.
pub(super) fn agreed_of(stored: &[Stored]) -> Vec<Recorded> {
    stored.iter().filter(|it| !it.id.is_pending()).map(|it| it.recorded.clone()).collect()
}

/// The overlay's events among them.
pub(super) fn overlay_of(stored: &[Stored]) -> Vec<Recorded> {
    stored.iter().filter(|it| it.id.is_pending()).map(|it| it.recorded.clone()).collect()
}

fn recorded(stored: Vec<Stored>) -> Vec<Recorded> {
    stored.into_iter().map(|it| it.recorded).collect()
}
