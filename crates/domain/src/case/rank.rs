//! The queue: where a case stands, as an instant (`rules.md`, The queue; R03, R05, R35).
//!
//! The nearest instant that binds us is moved earlier by fixed hours per reason and by fixed minutes
//! for each day of age. Age grows for all cases alike: at midnight of the agency every case becomes a
//! day older. So the age of two cases at any `now` differs by the same number of days, and it is
//! enough to count days from a fixed date: the order of the stored instants is the order of the
//! scores at any `now`. The instant is for order only; it is no date to show to anybody.
//!
//! Need and waiting decide. No name, channel, title, text or intervention is read here.

use super::{Case, RemedyState, Stage};
use crate::book::Book;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a case stands in the queue: derived from the state and the agency's table when the case
/// changes, stored beside it, never computed when looked at (`rules.md`, The queue).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rank {
    /// Smaller is sooner.
    pub at: DateTime<Utc>,
    /// In the manager's band above all others.
    pub flagged: bool,
    /// The parts, for "third, because…".
    pub parts: Vec<RankPart>,
}

/// One reason why a case stands where it stands in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum RankPart {
    /// The nearest instant that binds us, and which it is.
    Due { at: DateTime<Utc>, of: DueOf },
    /// A vital service or safety.
    Vital { hours: u32 },
    /// Many people are affected.
    PeopleAffected { people: u32, hours: u32 },
    /// The person came again without progress.
    Repeats { contacts: u32, hours: u32 },
    /// For each day of age.
    Age { minutes_per_day: u32 },
    /// Flagged for the manager's eyes: a band of its own above.
    Flagged,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueOf {
    /// First answer.
    Answer,
    /// Solution.
    Solution,
    /// Next contact.
    NextContact,
    /// A remedy.
    Remedy,
    /// The hard ceiling of a vital service.
    Ceiling,
}

/// Days of age are counted from here (2020-01-01); any date would give the same order.
const EPOCH: NaiveDate = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// Where open cases stand on which nothing is due: behind every real date, before the closed ones.
const UNBOUND_S: i64 = 32_503_680_000;
/// Where closed cases stand: last of all (the year 5000).
const CLOSED_S: i64 = 95_617_584_000;

impl Rank {
    /// Sorts a queue: the manager's band above all others, then the earlier instant.
    #[must_use]
    pub fn order_key(&self) -> (bool, DateTime<Utc>) {
        (!self.flagged, self.at)
    }
}

/// Where a case stands, computed when it changes and stored beside it.
#[must_use]
pub fn rank(case: &Case, book: &Book) -> Rank {
    if case.stage == Stage::Closed {
        return Rank { at: instant(CLOSED_S), flagged: false, parts: Vec::new() };
    }
    let due = nearest_due(case);
    let reasons = reasons(case, book);
    let base_s = due.map_or(UNBOUND_S, |(at, _)| at.timestamp());
    let earlier_s = reasons.iter().map(earlier_s).fold(0, i64::saturating_add);
    let later_s = days_to_opening(case, book).saturating_mul(minutes_per_day(book) * 60);
    let at_s = base_s.saturating_sub(earlier_s).saturating_add(later_s);

    let mut parts: Vec<RankPart> = case.flagged.then_some(RankPart::Flagged).into_iter().collect();
    parts.extend(due.map(|(at, of)| RankPart::Due { at, of }));
    parts.extend(reasons);
    parts.push(RankPart::Age { minutes_per_day: book.rank.per_day_minutes });
    Rank { at: instant(at_s.clamp(0, CLOSED_S - 1)), flagged: case.flagged, parts }
}

/// The nearest instant that binds us, and which it is.
///
/// Clocks that stopped bind no more. While the person holds the case the clocks of answer and
/// solution stand still: their instants move when they run again, so they don't bind until then.
/// The ceiling of a vital service is in real hours and waits for nobody (R35).
#[must_use]
pub fn nearest_due(case: &Case) -> Option<(DateTime<Utc>, DueOf)> {
    let clocks = &case.clocks;
    let runs = clocks.paused_since.is_none();
    let answer = (runs && clocks.answered_at.is_none()).then_some(clocks.answer_due);
    let solution = (runs && clocks.solved_at.is_none()).then_some(clocks.solution_due);
    let ceiling = clocks.ceiling.filter(|_| clocks.solved_at.is_none());
    let remedy = case.remedies.iter().filter(|it| is_owed(it.state)).map(|it| it.due).min();
    let candidates = [
        (ceiling, DueOf::Ceiling),
        (remedy, DueOf::Remedy),
        (case.next_contact, DueOf::NextContact),
        (answer, DueOf::Answer),
        (solution, DueOf::Solution),
    ];
    // Of two at the same instant the first of the list is named.
    candidates.into_iter().filter_map(|(at, of)| Some((at?, of))).min_by_key(|(at, _)| *at)
}

/// Whether the agency still owes the remedy. A late one is owed first of all.
fn is_owed(state: RemedyState) -> bool {
    match state {
        RemedyState::Granted | RemedyState::Ordered | RemedyState::Late => true,
        RemedyState::Done | RemedyState::Failed => false,
    }
}

/// What moves the case forward by fixed hours, only what applies.
fn reasons(case: &Case, book: &Book) -> Vec<RankPart> {
    let table = &book.rank;
    let vital = book.categories.get(&case.category).is_some_and(|it| it.ceiling_hours.is_some());
    let people = case.people_affected;
    let people_hours = people.max(1).ilog10().saturating_mul(table.per_tenfold_people_hours);
    let contacts = repeats(case);
    let repeat_hours = contacts.saturating_mul(table.per_repeat_hours);
    let mut parts = Vec::new();
    if vital {
        parts.push(RankPart::Vital { hours: table.vital_hours });
    }
    if people_hours > 0 {
        parts.push(RankPart::PeopleAffected { people, hours: people_hours });
    }
    if contacts > 0 {
        parts.push(RankPart::Repeats { contacts, hours: repeat_hours });
    }
    parts
}

/// Contacts since the last progress that came after the first one of the case (R03).
fn repeats(case: &Case) -> u32 {
    case.contacts_without_progress.min(case.contacts.saturating_sub(1))
}

fn earlier_s(part: &RankPart) -> i64 {
    match part {
        RankPart::Vital { hours }
        | RankPart::PeopleAffected { hours, .. }
        | RankPart::Repeats { hours, .. } => i64::from(*hours) * 3_600,
        RankPart::Due { .. } | RankPart::Age { .. } | RankPart::Flagged => 0,
    }
}

/// Days from the fixed date to the opening, by the agency's wall clock: the later a case began, the
/// less age it has at any `now`.
fn days_to_opening(case: &Case, book: &Book) -> i64 {
    let opened = book.calendar.wall_clock(case.opened_at);
    opened.map_or(0, |local| local.date().signed_duration_since(EPOCH).num_days())
}

fn minutes_per_day(book: &Book) -> i64 {
    book.rank.per_day_minutes.into()
}

fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + TimeDelta::seconds(seconds)
}

#[cfg(test)]
mod tests;
