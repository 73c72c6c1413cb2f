//! The calendar as files write it, and its check.
//!
//! ```toml
//! zone = "Asia/Muscat"
//! holidays = ["2026-11-18"]
//!
//! [week]
//! sunday = ["07:30-14:30"]
//! monday = ["08:00-12:00", "16:00-20:00"]
//!
//! [[seasons]]
//! from = "2026-02-18"
//! until = "2026-03-19"
//! week.sunday = ["09:00-14:00"]
//!
//! [days]
//! "2026-05-02" = ["08:00-12:00"]
//! ```

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Calendar, Hours, Interval, Season, Week};

/// More entries than this are a mistake in a file, not a calendar.
const ENTRIES_MAX: usize = 4_000;

/// A calendar before its check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarForm {
    /// IANA name of the time zone.
    pub zone: Tz,
    /// The usual hours. A week without any is allowed: a calendar may live by its seasons.
    #[serde(default)]
    pub week: WeekForm,
    /// Dates without hours.
    #[serde(default)]
    pub holidays: BTreeSet<NaiveDate>,
    /// Other weekly hours between two dates, both included; a later entry wins over an earlier one.
    #[serde(default)]
    pub seasons: Vec<SeasonForm>,
    /// Single dates with hours of their own, stronger than holidays and seasons.
    #[serde(default)]
    pub days: BTreeMap<NaiveDate, Vec<Interval>>,
}

/// Hours by weekday; a day that isn't named is free.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WeekForm {
    /// Hours of Monday.
    pub monday: Vec<Interval>,
    /// Hours of Tuesday.
    pub tuesday: Vec<Interval>,
    /// Hours of Wednesday.
    pub wednesday: Vec<Interval>,
    /// Hours of Thursday.
    pub thursday: Vec<Interval>,
    /// Hours of Friday.
    pub friday: Vec<Interval>,
    /// Hours of Saturday.
    pub saturday: Vec<Interval>,
    /// Hours of Sunday.
    pub sunday: Vec<Interval>,
}

/// Other weekly hours for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeasonForm {
    /// The first date.
    pub from: NaiveDate,
    /// The last date.
    pub until: NaiveDate,
    /// The hours in between.
    #[serde(default)]
    pub week: WeekForm,
}

/// Why a calendar can't be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// Not `HH:MM-HH:MM` with the end after the start, at most `24:00`.
    #[error("not hours of a day: {text}")]
    Interval {
        /// What stands there.
        text: String,
    },
    /// Two intervals of one day share time.
    #[error("{first} and {second} overlap")]
    Overlap {
        /// The earlier one.
        first: Interval,
        /// The later one.
        second: Interval,
    },
    /// One day is cut into too many pieces.
    #[error("more than {limit} intervals in a day")]
    TooManyIntervals {
        /// How many may be.
        limit: usize,
    },
    /// A season ends before it begins.
    #[error("a season from {from} until {until}")]
    Season {
        /// Its first date.
        from: NaiveDate,
        /// Its last date.
        until: NaiveDate,
    },
    /// Too many holidays, seasons or days.
    #[error("more than {limit} entries")]
    TooManyEntries {
        /// How many may be.
        limit: usize,
    },
    /// No hour in the week, in any season or on any date.
    #[error("no working hour anywhere")]
    NoHours,
}

impl TryFrom<CalendarForm> for Calendar {
    type Error = CalendarError;

    fn try_from(form: CalendarForm) -> Result<Self, CalendarError> {
        if form.holidays.len() + form.seasons.len() + form.days.len() > ENTRIES_MAX {
            return Err(CalendarError::TooManyEntries { limit: ENTRIES_MAX });
        }
        let seasons: Vec<Season> =
            form.seasons.into_iter().map(Season::try_from).collect::<Result<_, _>>()?;
        let days: BTreeMap<NaiveDate, Hours> = form
            .days
            .into_iter()
            .map(|(date, intervals)| Ok((date, Hours::new(intervals)?)))
            .collect::<Result<_, CalendarError>>()?;
        let week = week(form.week)?;
        let mut every =
            week.iter().chain(seasons.iter().flat_map(|s| &s.week)).chain(days.values());
        if every.all(Hours::is_empty) {
            return Err(CalendarError::NoHours);
        }
        Ok(Self { zone: form.zone, week, holidays: form.holidays, seasons, days })
    }
}

impl TryFrom<SeasonForm> for Season {
    type Error = CalendarError;

    fn try_from(form: SeasonForm) -> Result<Self, CalendarError> {
        if form.until < form.from {
            return Err(CalendarError::Season { from: form.from, until: form.until });
        }
        Ok(Self { from: form.from, until: form.until, week: week(form.week)? })
    }
}

fn week(form: WeekForm) -> Result<Week, CalendarError> {
    Ok([
        Hours::new(form.monday)?,
        Hours::new(form.tuesday)?,
        Hours::new(form.wednesday)?,
        Hours::new(form.thursday)?,
        Hours::new(form.friday)?,
        Hours::new(form.saturday)?,
        Hours::new(form.sunday)?,
    ])
}

impl From<Calendar> for CalendarForm {
    fn from(calendar: Calendar) -> Self {
        Self {
            zone: calendar.zone,
            week: week_form(&calendar.week),
            holidays: calendar.holidays,
            seasons: calendar.seasons.iter().map(SeasonForm::from).collect(),
            days: calendar.days.into_iter().map(|(d, h)| (d, h.intervals().to_vec())).collect(),
        }
    }
}

impl From<&Season> for SeasonForm {
    fn from(season: &Season) -> Self {
        Self { from: season.from, until: season.until, week: week_form(&season.week) }
    }
}

fn week_form(week: &Week) -> WeekForm {
    let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] =
        week.each_ref().map(|hours| hours.intervals().to_vec());
    WeekForm { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
}
