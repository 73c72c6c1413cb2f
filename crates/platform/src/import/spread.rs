//! The next contact of imported open cases, spread over the next five working days: a backlog that
//! falls due in one hour is a backlog that nobody looks at.

use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::{CaseId, UnitId};

/// Over how many working days.
const SPREAD_DAYS: u32 = 5;

/// The next contact of one case, by its id: even over the working time of the next five working days,
/// and the same whenever the row is read within the same minute. None only when the calendar knows no
/// working time.
#[must_use]
pub fn spread(
    book: &Book,
    unit: Option<&UnitId>,
    now: DateTime<Utc>,
    case: CaseId,
) -> Option<DateTime<Utc>> {
    let own = unit.and_then(|it| book.units.get(it)).and_then(|it| it.calendar.as_ref());
    let calendar = own.unwrap_or(&book.calendar);
    let last = calendar.add_working_days(now, SPREAD_DAYS)?;
    let seconds = calendar.working_between(now, last).num_seconds();
    let part = i64::try_from(case.0.as_u128() % u128::try_from(seconds).ok()?.max(1)).ok()?;
    calendar.add_working(now, TimeDelta::seconds(part + 1))
}
