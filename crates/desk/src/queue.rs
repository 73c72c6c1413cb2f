//! My desk: what is due first, and why.

use crate::view::{QueueFilter, QueueInput, QueueView};
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::UnitId;
use domain::book::{Book, Right};
use store::{Counts, QueueQuery};

/// Rows of one page.
const PAGE_MAX: u32 = 200;

impl Desk {
    /// A page of the queue in its stored order. Before the agency's book has come it is empty.
    pub fn queue(&self, input: &QueueInput) -> Result<QueueView, DeskError> {
        let Ok(book) = self.book() else { return Ok(nothing()) };
        let now = self.now();
        let units = self.units(&book, now);
        let counts = self.cache.counts(&units, now)?;
        let query = QueueQuery {
            filter: stored(input.filter),
            units,
            now,
            offset: input.offset,
            limit: input.limit.min(PAGE_MAX),
        };
        let rows = self.shown(&book, self.cache.queue(&query)?);
        let counts = chips(counts);
        let total = counts.iter().find(|(filter, _)| *filter == input.filter);
        Ok(QueueView { rows, total: total.map_or(0, |(_, n)| *n), counts })
    }

    /// The units whose cases the user reads: those of their posts, and those below where they manage
    /// or have the right to read.
    fn units(&self, book: &Book, now: DateTime<Utc>) -> Vec<UnitId> {
        let mut units: Vec<UnitId> = Vec::new();
        for id in book.posts_of(&self.staff, now) {
            let Some(post) = book.posts.get(&id) else { continue };
            let manages = book.units.get(&post.unit).is_some_and(|it| it.manager == id);
            let found = if manages || post.rights.contains(&Right::ReadUnit) {
                book.units_under(&post.unit)
            } else {
                vec![&post.unit]
            };
            for unit in found {
                if !units.contains(unit) {
                    units.push(unit.clone());
                }
            }
        }
        units
    }
}

fn nothing() -> QueueView {
    QueueView { rows: Vec::new(), total: 0, counts: chips(Counts::default()) }
}

fn stored(filter: QueueFilter) -> store::QueueFilter {
    match filter {
        QueueFilter::Mine => store::QueueFilter::Mine,
        QueueFilter::Unowned => store::QueueFilter::Unowned,
        QueueFilter::Unit => store::QueueFilter::Unit,
        QueueFilter::Overdue => store::QueueFilter::Overdue,
        QueueFilter::Answered => store::QueueFilter::Answered,
        QueueFilter::Returned => store::QueueFilter::Returned,
        QueueFilter::Closed => store::QueueFilter::Closed,
    }
}

/// In the order of the chips.
fn chips(counts: Counts) -> Vec<(QueueFilter, u32)> {
    vec![
        (QueueFilter::Mine, counts.mine),
        (QueueFilter::Overdue, counts.overdue),
        (QueueFilter::Unowned, counts.unowned),
        (QueueFilter::Unit, counts.unit),
        (QueueFilter::Answered, counts.answered),
        (QueueFilter::Returned, counts.returned),
        (QueueFilter::Closed, counts.closed),
    ]
}
