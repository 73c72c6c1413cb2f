//! Times of a script, told from the day on which it is played.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::calendar::Calendar;
use serde::{Deserialize, Deserializer, de::Error};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// How far back a script may look, working days.
const DAYS_BACK_MAX: u32 = 60;

/// When something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// `3d 09:20`: three working days ago, at 09:20 on the wall.
    Day { days: u32, time: NaiveTime },
    /// `40m` or `3h` ago.
    Ago { minutes: i64 },
}

impl When {
    /// The instant, told from `now`; never after it.
    #[must_use]
    pub fn instant(self, calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
        let at = match self {
            Self::Ago { minutes } => now - TimeDelta::minutes(minutes),
            Self::Day { days, time } => day(calendar, now, days, time).unwrap_or(now),
        };
        at.min(now)
    }
}

fn day(
    calendar: &Calendar,
    now: DateTime<Utc>,
    days: u32,
    time: NaiveTime,
) -> Option<DateTime<Utc>> {
    let mut date = calendar.wall_clock(now)?.date();
    let mut left = days;
    while left > 0 {
        date = date.pred_opt()?;
        left -= u32::from(calendar.is_working_day(date));
    }
    calendar.instant_of(date.and_time(time))
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        when(&text).ok_or_else(|| D::Error::custom("a time is written 3d 09:20, 3h or 40m"))
    }
}

fn when(text: &str) -> Option<When> {
    if let Some((days, time)) = text.split_once("d ") {
        let days = days.parse().ok().filter(|it| (1..=DAYS_BACK_MAX).contains(it))?;
        return Some(When::Day { days, time: NaiveTime::parse_from_str(time, "%H:%M").ok()? });
    }
    let minutes = match (text.strip_suffix('h'), text.strip_suffix('m')) {
        (Some(hours), _) => hours.parse::<i64>().ok()?.checked_mul(60)?,
        (None, Some(minutes)) => minutes.parse().ok()?,
        (None, None) => return None,
    };
    (minutes > 0).then_some(When::Ago { minutes })
}

/// `+2d`: two working days ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead(u32);

impl Ahead {
    /// The instant, told from a step.
    #[must_use]
    pub fn instant(self, calendar: &Calendar, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        calendar.add_working_days(from, self.0)
    }

    /// Reads `+2d`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        text.strip_prefix('+')?.strip_suffix('d')?.parse().ok().map(Self)
    }
}

impl<'de> Deserialize<'de> for Ahead {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::read(&text).ok_or_else(|| D::Error::custom("a time ahead is written +2d"))
    }
}

/// A clock that a script sets before each step.
#[derive(Clone, Debug, Default)]
pub struct SetClock(Arc<AtomicI64>);

impl SetClock {
    /// A clock that stands at an instant.
    #[must_use]
    pub fn at(instant: DateTime<Utc>) -> Self {
        Self(Arc::new(AtomicI64::new(instant.timestamp_millis())))
    }

    /// Moves it.
    pub fn set(&self, instant: DateTime<Utc>) {
        self.0.store(instant.timestamp_millis(), Ordering::SeqCst);
    }

    /// Where it stands.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }

    /// The same clock as an `App` takes it.
    #[must_use]
    pub fn clock(&self) -> crate::Clock {
        let clock = self.clone();
        Arc::new(move || clock.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_written() {
        let time = NaiveTime::from_hms_opt(9, 20, 0).unwrap();
        assert_eq!(when("3d 09:20"), Some(When::Day { days: 3, time }));
        assert_eq!(when("3h"), Some(When::Ago { minutes: 180 }));
        assert_eq!(when("40m"), Some(When::Ago { minutes: 40 }));
        for bad in ["", "3d", "0d 09:20", "61d 09:20", "-5m", "x"] {
            assert_eq!(when(bad), None, "{bad}");
        }
        assert_eq!(Ahead::read("+2d"), Some(Ahead(2)));
        assert_eq!(Ahead::read("2d"), None);
    }

    #[test]
    fn working_days_back_leave_out_the_weekend() {
        let calendar: Calendar = toml::from_str(
            "zone = \"Asia/Riyadh\"\nweek = { sunday = [\"07:00-14:00\"], thursday = [\"07:00-14:00\"] }",
        )
        .unwrap();
        // A Sunday.
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let at = when("1d 09:20").unwrap().instant(&calendar, now);
        assert_eq!(at.to_rfc3339(), "2026-11-19T06:20:00+00:00");
        let at = when("2d 09:20").unwrap().instant(&calendar, now);
        assert_eq!(at.to_rfc3339(), "2026-11-15T06:20:00+00:00");
    }
}
