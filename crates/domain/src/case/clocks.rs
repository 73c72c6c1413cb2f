//! Clocks of a case, in the working time of its unit. No action resets one; they pause only while
//! the person holds the case.

use super::{Asked, Case, Clocks, Holder, holder};
use crate::book::{Book, Category, ClockLengths};
use crate::calendar::Calendar;
use chrono::{DateTime, TimeDelta, Utc};

/// The clocks of a case that began at an instant. The ceiling of a vital service is in real hours.
pub(super) fn begin(category: &Category, calendar: &Calendar, from: DateTime<Utc>) -> Clocks {
    Clocks {
        answer_due: after_hours(calendar, from, category.clocks.answer_hours),
        answered_at: None,
        solution_due: after_days(calendar, from, category.clocks.solution_days),
        solved_at: None,
        ceiling: category.ceiling_hours.map(|hours| from + TimeDelta::hours(hours.into())),
        paused_since: None,
    }
}

/// When the person hears next if nobody says otherwise (R30).
pub(super) fn next_contact(
    lengths: &ClockLengths,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    after_days(calendar, now, lengths.next_contact_days.max(1))
}

/// The last instant that may be promised as the next contact: the end of the day on which the
/// longest stretch without news ends.
pub(super) fn latest_next_contact(
    lengths: &ClockLengths,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let last = next_contact(lengths, calendar, now);
    calendar.start_of_next_day(last).map_or(last, |end| end - TimeDelta::seconds(1))
}

/// When an approver's silence passes a request on.
pub(super) fn approval_limit(
    lengths: &ClockLengths,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    after_hours(calendar, now, lengths.approval_hours.max(1))
}

/// Until when a question to the person may pause the clocks. All questions of a case share one
/// allowance of working time, so that asking again buys no time; with none left nothing pauses.
pub(super) fn ask_limit(case: &Case, book: &Book, now: DateTime<Utc>) -> DateTime<Utc> {
    let calendar = book.calendar_of(&case.unit);
    let whole = after_days(calendar, now, book.person_pause_days_max);
    let used = person_held(case, calendar, now);
    if used.is_zero() {
        return whole;
    }
    let left = calendar.working_between(now, whole) - used;
    if left <= TimeDelta::zero() {
        return now;
    }
    calendar.add_working(now, left).unwrap_or(whole)
}

/// The working time during which the person held the case.
fn person_held(case: &Case, calendar: &Calendar, now: DateTime<Utc>) -> TimeDelta {
    let held = case.ledger.iter().filter(|it| it.holder == Holder::Person);
    held.map(|it| calendar.working_between(it.since, it.until.unwrap_or(now)))
        .fold(TimeDelta::zero(), |sum, length| sum + length)
}

/// Working days after an instant; real days where the calendar knows no end.
pub(super) fn after_days(calendar: &Calendar, from: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    calendar.add_working_days(from, days).unwrap_or_else(|| from + TimeDelta::days(days.into()))
}

fn after_hours(calendar: &Calendar, from: DateTime<Utc>, hours: u32) -> DateTime<Utc> {
    let length = TimeDelta::hours(hours.into());
    calendar.add_working(from, length).unwrap_or(from + length)
}

/// What an action changed about the pause: the clocks to set, if any.
pub(super) fn turned(
    before: &Case,
    after: &Case,
    calendar: &Calendar,
    now: DateTime<Utc>,
) -> Option<Clocks> {
    let held_by_person = holder(after) == Holder::Person;
    match (after.clocks.paused_since, held_by_person) {
        (None, true) => Some(Clocks { paused_since: Some(now), ..after.clocks.clone() }),
        (Some(since), false) => {
            let until = pause_limit(before).map_or(now, |limit| limit.min(now));
            Some(resumed(&after.clocks, calendar, since, until.max(since)))
        }
        (None, false) | (Some(_), true) => None,
    }
}

/// The limit of the question that holds the case; a pause never outlasts it, however late the
/// clockwork notices.
fn pause_limit(case: &Case) -> Option<DateTime<Utc>> {
    case.asks.first().filter(|ask| ask.of == Asked::Person).and_then(|ask| ask.until)
}

/// The clocks after a pause: what working time was left when it began is left when it ends. A clock
/// that had run out stays where it was, and a ceiling never pauses.
fn resumed(
    clocks: &Clocks,
    calendar: &Calendar,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Clocks {
    let moved = |due: DateTime<Utc>| {
        if due <= since {
            return due;
        }
        let left = calendar.working_between(since, due);
        calendar.add_working(until, left).unwrap_or(due + (until - since))
    };
    Clocks {
        answer_due: moved(clocks.answer_due),
        solution_due: moved(clocks.solution_due),
        paused_since: None,
        ..clocks.clone()
    }
}
