//! The tree of units: who manages, who stands above, whose hours count.

use super::{Book, Category};
use crate::calendar::Calendar;
use crate::{CategoryId, Refusal, StaffId, UnitId};
use chrono::{DateTime, Utc};

impl Book {
    /// Who manages the unit now: the first holder of its manager post in the order of codes. Who has
    /// the post on loan acts for the manager and is not the manager.
    #[must_use]
    pub fn manager_of(&self, unit: &UnitId, now: DateTime<Utc>) -> Option<StaffId> {
        self.holders_of(&self.units.get(unit)?.manager, now).into_iter().next()
    }

    /// Who stands above somebody's work in a unit, nearest first: the holders of the manager post of
    /// the unit, then of each unit above. Who manages one of them has only those above that one. Without
    /// themself, and nobody twice.
    #[must_use]
    pub fn chain_above(&self, staff: &StaffId, unit: &UnitId, now: DateTime<Utc>) -> Vec<StaffId> {
        let mut chain = Vec::new();
        for above in self.line_of(unit) {
            let manager = self.units.get(above).map(|unit| &unit.manager);
            let holders = manager.map(|post| self.holders_of(post, now)).unwrap_or_default();
            if holders.contains(staff) {
                chain.clear();
                continue;
            }
            chain.retain(|below| !holders.contains(below));
            chain.extend(holders);
        }
        chain
    }

    /// The unit and those above it, nearest first. Ends at the first unit that is unknown or seen
    /// before, so that a faulty book never hangs a desk.
    #[must_use]
    pub fn line_of<'a>(&'a self, unit: &'a UnitId) -> Vec<&'a UnitId> {
        let mut line = Vec::new();
        let mut next = Some(unit);
        while let Some(id) = next.filter(|id| self.units.contains_key(id) && !line.contains(id)) {
            line.push(id);
            next = self.units.get(id).and_then(|unit| unit.parent.as_ref());
        }
        line
    }

    /// The unit and all below it, in the order of their codes.
    #[must_use]
    pub fn units_under(&self, unit: &UnitId) -> Vec<&UnitId> {
        self.units.keys().filter(|below| self.line_of(below).contains(&unit)).collect()
    }

    /// The working time of a unit: its own, or the agency's.
    #[must_use]
    pub fn calendar_of(&self, unit: &UnitId) -> &Calendar {
        self.units.get(unit).and_then(|unit| unit.calendar.as_ref()).unwrap_or(&self.calendar)
    }

    /// A category by its code, or [`Refusal::UnknownCode`].
    pub fn category(&self, id: &CategoryId) -> Result<&Category, Refusal> {
        self.categories.get(id).ok_or_else(|| Refusal::UnknownCode { what: id.to_string() })
    }
}
