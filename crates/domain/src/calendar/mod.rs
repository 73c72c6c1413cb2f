//! The working calendar of an agency or unit, and arithmetic on it, exact to the second.
//!
//! One definition carries everything: an instant is working time when the wall clock of the zone, at
//! that instant, shows a date and a time that lie in one of that date's intervals. When a clock is
//! put back, an hour that lies in an interval therefore counts twice, as people work it twice; an
//! hour that is skipped does not count.
//!
//! Hours of a date, the most particular first: its own entry in `days`, else none on a holiday, else
//! the week of the last season that holds the date, else the usual week.

mod arithmetic;
mod form;
mod hours;
mod spans;

pub use arithmetic::HORIZON_DAYS;
pub use form::{CalendarError, CalendarForm, SeasonForm, WeekForm};
pub use hours::{Hours, Interval};

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// When an agency or unit works. Made from a [`CalendarForm`], which is how files write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CalendarForm", into = "CalendarForm")]
pub struct Calendar {
    zone: Tz,
    week: Week,
    holidays: BTreeSet<NaiveDate>,
    seasons: Vec<Season>,
    days: BTreeMap<NaiveDate, Hours>,
}

/// Hours by weekday, Monday first.
type Week = [Hours; 7];

/// Other weekly hours for a while, such as those of Ramadan. Both dates belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Season {
    from: NaiveDate,
    until: NaiveDate,
    week: Week,
}

impl Calendar {
    /// A calendar that never closes: for real hours, such as the ceilings of vital services (R35).
    #[must_use]
    pub fn always_open(zone: Tz) -> Self {
        Self {
            zone,
            week: std::array::from_fn(|_| Hours::whole_day()),
            holidays: BTreeSet::new(),
            seasons: Vec::new(),
            days: BTreeMap::new(),
        }
    }

    /// The time zone whose wall clock the hours are written in.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The hours of a date; none when it is a holiday or a free day.
    #[must_use]
    pub fn hours_of(&self, date: NaiveDate) -> &Hours {
        static CLOSED: Hours = Hours::none();
        if let Some(hours) = self.days.get(&date) {
            return hours;
        }
        if self.holidays.contains(&date) {
            return &CLOSED;
        }
        let season = self.seasons.iter().rev().find(|s| (s.from..=s.until).contains(&date));
        let week = season.map_or(&self.week, |season| &season.week);
        week.get(date.weekday().num_days_from_monday() as usize).unwrap_or(&CLOSED)
    }

    /// Whether the date has any hours.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.hours_of(date).is_empty()
    }
}

#[cfg(test)]
mod tests;
