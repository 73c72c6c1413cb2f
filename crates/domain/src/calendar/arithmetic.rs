//! Questions to a calendar.

use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
    Timelike, Utc,
};

use super::{Calendar, Hours};

/// Working time is counted over at most this many days, more than a hundred years.
const COUNTED_DAYS_MAX: u32 = 40_000;

/// No search for working time goes further than this many days, about eleven years: what lies beyond
/// is a calendar without hours or a slip of the pen.
pub const HORIZON_DAYS: u32 = 4_000;

impl Calendar {
    /// Whether the instant is working time.
    #[must_use]
    pub fn is_working(&self, at: DateTime<Utc>) -> bool {
        self.wall_clock(at).is_some_and(|local| {
            self.hours_of(local.date()).intervals().iter().any(|i| i.holds(local.time()))
        })
    }

    /// The first instant, this one included, that is working time; none within the horizon.
    #[must_use]
    pub fn next_open(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.spans(at, days_after(at, HORIZON_DAYS)).next().map(|span| span.start)
    }

    /// The earliest instant at which so much working time has passed since `start`.
    ///
    /// A clock that fills up with the closing bell ends at the bell, not at the next opening; no
    /// working time at all ends at `start` itself. None for a negative time, or when the horizon
    /// comes first.
    #[must_use]
    pub fn add_working(&self, start: DateTime<Utc>, working: TimeDelta) -> Option<DateTime<Utc>> {
        if working <= TimeDelta::zero() {
            return (working == TimeDelta::zero()).then_some(start);
        }
        let mut left = working;
        for span in self.spans(start, days_after(start, HORIZON_DAYS)) {
            if left <= span.length() {
                return Some(span.start + left);
            }
            left -= span.length();
        }
        None
    }

    /// The working time between two instants; zero when the second is not after the first. What lies
    /// more than a hundred years after `from` is not counted: such an instant is a wrong clock.
    #[must_use]
    pub fn working_between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
        self.spans(from, until.min(days_after(from, COUNTED_DAYS_MAX)))
            .fold(TimeDelta::zero(), |sum, span| sum + span.length())
    }

    /// The same time of day on the n-th working day after the local date of `start`, moved into that
    /// day's hours: before them to the opening, in a break to its end, after them to the closing.
    /// `start` itself for zero days. None when the horizon comes first.
    #[must_use]
    pub fn add_working_days(&self, start: DateTime<Utc>, days: u32) -> Option<DateTime<Utc>> {
        if days == 0 {
            return Some(start);
        }
        let local = self.wall_clock(start)?;
        let date = self.nth_working_day(local.date(), days)?;
        let second = into_hours(self.hours_of(date), local.time().num_seconds_from_midnight())?;
        self.instant(date, second)
    }

    /// The first instant of the local day of an instant: daily limits are of that day. Where a clock is
    /// put forward at midnight, the day begins with the jump. The instant itself at the ends of time.
    #[must_use]
    pub fn start_of_day(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.wall_clock(at).and_then(|local| self.instant(local.date(), 0)).unwrap_or(at)
    }

    /// The first instant of the local day after that of an instant.
    #[must_use]
    pub fn start_of_next_day(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.instant(self.wall_clock(at)?.date().succ_opt()?, 0)
    }

    fn nth_working_day(&self, after: NaiveDate, days: u32) -> Option<NaiveDate> {
        after
            .iter_days()
            .skip(1)
            .take(HORIZON_DAYS as usize)
            .filter(|date| self.is_working_day(*date))
            .nth(usize::try_from(days).ok()?.checked_sub(1)?)
    }

    /// The instant of a wall-clock time: the first of two, and the moment of the jump for one that
    /// the clock skips. None at the ends of time.
    #[must_use]
    pub fn instant_of(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        self.instant(local.date(), local.time().num_seconds_from_midnight())
    }

    fn instant(&self, date: NaiveDate, second: u32) -> Option<DateTime<Utc>> {
        let midnight = date.and_time(NaiveTime::MIN);
        let local = midnight.checked_add_signed(TimeDelta::seconds(second.into()))?;
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.to_utc()),
            LocalResult::None => {
                // Read with the offset of the day before, a skipped time lies just after the jump.
                let eve = local.checked_sub_days(Days::new(1))?.and_utc();
                let after = local.and_utc() - self.offset(eve);
                self.first_change(eve, after).or(Some(after))
            }
        }
    }
}

fn days_after(from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    from.checked_add_days(Days::new(days.into())).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// A time of day moved into the hours, in seconds since midnight; none when there are no hours.
fn into_hours(hours: &Hours, second: u32) -> Option<u32> {
    let open = hours.intervals().iter().find(|interval| second <= interval.end_second());
    match open {
        Some(interval) => Some(second.max(interval.start_second())),
        None => hours.intervals().last().map(|interval| interval.end_second()),
    }
}
