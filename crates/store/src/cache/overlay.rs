//! The overlay: the effect of actions that the platform has not judged.

use super::read_case::{agreed_of, overlay_of};
use super::write_case::Whole;
use super::{Cache, Writer};
use crate::StoreError;
use crate::sqlite::id;
use domain::{CaseId, Recorded};

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
    /// Lays the effect of one more action over a case, or over nothing when it opens one. At once
    /// indexed and searchable like the rest.
    ///
    /// # Errors
    /// [`StoreError`]. The action is saved whatever happens here: [`crate::replay`] makes up for it.
    pub fn lay_over(&mut self, case: CaseId, events: Vec<Recorded>) -> Result<(), StoreError> {
        self.write(|w| {
            let known = w.known(case)?;
            let stored = w.stored_of(known.as_ref())?;
            let mut overlay = overlay_of(&stored);
            overlay.extend(events);
            let whole = Whole {
                agreed: agreed_of(&stored),
                overlay,
                unread: known.as_ref().is_some_and(|it| it.unread),
                pending: known.as_ref().map_or(0, |it| it.pending) + 1,
            };
            w.put_case(known.as_ref(), stored, whole)
        })
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
