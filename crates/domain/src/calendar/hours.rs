//! The hours of one day.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::CalendarError;

const DAY_MINUTES: u16 = 24 * 60;
const INTERVALS_MAX: usize = 24;

/// A part of a day on the wall clock, `07:30-14:30`: the start belongs to it, the end does not. The
/// end may be `24:00`. What passes midnight is written as two intervals on two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Interval {
    start_minute: u16,
    end_minute: u16,
}

impl Interval {
    /// Minutes since midnight at which it starts.
    #[must_use]
    pub fn start_minute(self) -> u16 {
        self.start_minute
    }

    /// Minutes since midnight at which it ends, at most 1440.
    #[must_use]
    pub fn end_minute(self) -> u16 {
        self.end_minute
    }

    pub(super) fn holds(self, time: NaiveTime) -> bool {
        let second = time.num_seconds_from_midnight();
        (self.start_second()..self.end_second()).contains(&second)
    }

    pub(super) fn start_second(self) -> u32 {
        u32::from(self.start_minute) * 60
    }

    pub(super) fn end_second(self) -> u32 {
        u32::from(self.end_minute) * 60
    }
}

/// The hours of one day: intervals in order, none touching another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours(Vec<Interval>);

impl Hours {
    pub(super) const fn none() -> Self {
        Self(Vec::new())
    }

    pub(super) fn whole_day() -> Self {
        Self(vec![Interval { start_minute: 0, end_minute: DAY_MINUTES }])
    }

    /// Sorts the intervals and joins those that touch; refuses those that overlap, because one of
    /// the two is a slip of the pen.
    pub fn new(mut intervals: Vec<Interval>) -> Result<Self, CalendarError> {
        if intervals.len() > INTERVALS_MAX {
            return Err(CalendarError::TooManyIntervals { limit: INTERVALS_MAX });
        }
        intervals.sort_unstable();
        let mut joined: Vec<Interval> = Vec::with_capacity(intervals.len());
        for next in intervals {
            match joined.last_mut() {
                Some(last) if next.start_minute < last.end_minute => {
                    return Err(CalendarError::Overlap { first: *last, second: next });
                }
                Some(last) if next.start_minute == last.end_minute => {
                    last.end_minute = next.end_minute;
                }
                _ => joined.push(next),
            }
        }
        Ok(Self(joined))
    }

    /// The intervals in order.
    #[must_use]
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// Whether nobody works.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromStr for Interval {
    type Err = CalendarError;

    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let fault = || CalendarError::Interval { text: text.chars().take(40).collect() };
        let (start, end) = text.split_once(['-', '–']).ok_or_else(fault)?;
        let start_minute = minute(start).ok_or_else(fault)?;
        let end_minute = minute(end).ok_or_else(fault)?;
        if start_minute >= end_minute {
            return Err(fault());
        }
        Ok(Self { start_minute, end_minute })
    }
}

/// `HH:MM` as minutes since midnight, `24:00` included.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= DAY_MINUTES).then_some(total)
}

fn two_digits(text: &str) -> Option<u16> {
    let fits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

impl TryFrom<String> for Interval {
    type Error = CalendarError;

    fn try_from(text: String) -> Result<Self, CalendarError> {
        text.parse()
    }
}

impl From<Interval> for String {
    fn from(interval: Interval) -> Self {
        interval.to_string()
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = (self.start_minute, self.end_minute);
        write!(f, "{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60)
    }
}
