//! The overlay: the effect of actions that the platform has not judged.

use super::event_id::EventId;
use super::read_case::agreed_of;
use super::write_case::Whole;
use super::{Cache, Writer};
use crate::StoreError;
use crate::sqlite::id;
use domain::case::{Case, apply};
use domain::{CaseId, Recorded};
use rusqlite::named_params;

/// The overlay of one case as it shall be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Overlay {
    pub case: CaseId,
    /// Events of pending actions, in the order of the chain, without numbers.
    pub events: Vec<Recorded>,
    /// Pending actions of the case, those without effect too.
    pub pending: u32,
}

impl Cache {
    /// Lays the effect of one more action over a case that its writer has just read, or over nothing
    /// when it opens one. At once indexed and searchable like the rest. Nothing among the events takes
    /// anything back: what is undone is added up anew by [`crate::replay`].
    ///
    /// # Errors
    /// [`StoreError`]. The action is saved whatever happens here: [`crate::replay`] makes up for it.
    pub fn lay_over(
        &mut self,
        case: CaseId,
        before: Option<Case>,
        events: Vec<Recorded>,
    ) -> Result<(), StoreError> {
        self.write(|w| w.lay_over(case, before, events))
    }

    /// Throws the overlay of a case away; a case that only this device knows goes with it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn drop_overlay(&mut self, case: CaseId) -> Result<(), StoreError> {
        self.replace_overlays(vec![Overlay { case, events: Vec::new(), pending: 0 }])
    }

    /// Makes overlays be as given, in one transaction.
    pub(crate) fn replace_overlays(&mut self, overlays: Vec<Overlay>) -> Result<(), StoreError> {
        self.write(|w| overlays.into_iter().try_for_each(|it| w.replace_overlay(it)))
    }

    /// Cases with an overlay, or with pending actions that have no effect.
    pub(crate) fn overlaid(&self) -> Result<Vec<CaseId>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/cases/all_pending"))?;
        let cases = statement.query_map([], |row| id(row, "id"))?;
        Ok(cases.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Writes what the events add, without reading again what lies there.
    fn lay_over(
        &self,
        case: CaseId,
        before: Option<Case>,
        events: Vec<Recorded>,
    ) -> Result<(), StoreError> {
        let known = self.known(case)?;
        let Some(case) = events.iter().fold(before, apply) else { return Ok(()) };
        let (unread, pending) = known.as_ref().map_or((false, 0), |it| (it.unread, it.pending));
        let person = self.person_of(&case, &events)?;
        let num = self.put_columns(&case, known.as_ref(), person, (unread, pending + 1))?;
        self.put_head(num, known.as_ref(), &case, person)?;
        let placed = self.behind(num, events)?;
        self.add_grants(num, &case, &placed)?;
        self.put_waits(num, known.as_ref(), &case)?;
        self.put_events(Vec::new(), placed)
    }

    /// Places behind all events of a case.
    fn behind(
        &self,
        case_num: i64,
        events: Vec<Recorded>,
    ) -> Result<Vec<(EventId, Recorded)>, StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/events/last_of_case"))?;
        let range = named_params! {
            ":from": EventId::first_pending(case_num).0, ":until": EventId::end(case_num).0,
        };
        let last: Option<i64> = statement.query_row(range, |row| row.get(0))?;
        let first = last.map_or(EventId::first_pending(case_num), |it| EventId(it).next());
        let places = std::iter::successors(Some(first), |it| Some(it.next()));
        Ok(places.zip(events).collect())
    }

    fn replace_overlay(&self, overlay: Overlay) -> Result<(), StoreError> {
        let known = self.known(overlay.case)?;
        let stored = self.stored_of(known.as_ref())?;
        let agreed = agreed_of(&stored);
        if agreed.is_empty() && overlay.events.is_empty() {
            self.erase_case(overlay.case)?;
            return Ok(());
        }
        let whole = Whole {
            agreed,
            overlay: overlay.events,
            unread: known.as_ref().is_some_and(|it| it.unread),
            pending: overlay.pending,
        };
        self.put_case(known.as_ref(), stored, whole)
    }
}
