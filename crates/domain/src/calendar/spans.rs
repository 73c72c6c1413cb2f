//! Working time as a row of instants: a calendar walked forward from one of them.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};

use super::Calendar;

/// A stretch of working time: the start belongs to it, the end does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

impl Span {
    pub fn length(self) -> TimeDelta {
        self.end - self.start
    }
}

impl Calendar {
    /// Working time from an instant up to a limit, in order. Neighbouring spans may touch.
    ///
    /// The walk takes one local day at a time, or the part of one between two changes of the zone's
    /// offset. Within such a part wall clock and instant differ by a constant, so nothing has to be
    /// guessed about hours that come twice or never.
    pub(super) fn spans(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = Span> {
        let mut at = from;
        std::iter::from_fn(move || {
            let part = (at < until).then(|| self.part(at))??;
            at = part.end;
            Some(self.spans_within(part).into_iter().filter_map(move |span| clip(span, until)))
        })
        .flatten()
    }

    /// From an instant to the end of its local day, or to the next change of offset before it.
    fn part(&self, start: DateTime<Utc>) -> Option<Part> {
        let local = self.wall_clock(start)?;
        let midnight = local.date().succ_opt()?.and_time(NaiveTime::MIN);
        let end = start.checked_add_signed(midnight - local)?;
        Some(Part { start, end: self.first_change(start, end).unwrap_or(end), local })
    }

    fn spans_within(&self, part: Part) -> Vec<Span> {
        let elapsed = part.local - part.local.date().and_time(NaiveTime::MIN);
        // Held within the part before it is added, so that nothing leaves the range of instants.
        let instant = |second: u32| {
            let since_start = TimeDelta::seconds(second.into()) - elapsed;
            part.start + since_start.clamp(TimeDelta::zero(), part.end - part.start)
        };
        self.hours_of(part.local.date())
            .intervals()
            .iter()
            .map(|i| Span { start: instant(i.start_second()), end: instant(i.end_second()) })
            .filter(|span| span.start < span.end)
            .collect()
    }

    /// The first instant after `start`, up to `end`, whose offset differs from that of `start`,
    /// to the second: changes lie on whole seconds.
    pub(super) fn first_change(
        &self,
        start: DateTime<Utc>,
        end: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        let offset = self.offset(start);
        if self.offset(end) == offset {
            return None;
        }
        let (mut before, mut after) = (start.timestamp(), end.timestamp());
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            match DateTime::from_timestamp(middle, 0) {
                Some(at) if self.offset(at) == offset => before = middle,
                _ => after = middle,
            }
        }
        DateTime::from_timestamp(after, 0)
    }

    /// What the wall clock of the zone shows; none at the very ends of time.
    #[must_use]
    pub fn wall_clock(&self, at: DateTime<Utc>) -> Option<NaiveDateTime> {
        at.naive_utc().checked_add_signed(self.offset(at))
    }

    pub(super) fn offset(&self, at: DateTime<Utc>) -> TimeDelta {
        let seconds = self.zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc();
        TimeDelta::seconds(seconds.into())
    }
}

/// A stretch of one local day with one offset.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    /// What the wall clock shows at the start.
    local: NaiveDateTime,
}

fn clip(span: Span, until: DateTime<Utc>) -> Option<Span> {
    let clipped = Span { start: span.start, end: span.end.min(until) };
    (clipped.start < clipped.end).then_some(clipped)
}
