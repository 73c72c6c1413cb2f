//! Scope keys: who may read, as sets of keys that meet (`sync.md`, Pull and scope).
//!
//! | key | cases | readers |
//! |---|---|---|
//! | `staff:S` | owned by S | S |
//! | `asked:S` | on which S is or was asked | S |
//! | `unit:U:open` | of U, not closed | handlers of U, managers of U and above |
//! | `unit:U:closed:2026-10` | of U, closed in that month by the agency's wall clock | the same |
//! | `unit:U:confidential` | of U, confidential, open or closed | managers of U and above |
//! | `stubs:agency` | stubs, never a whole case ([`super::has_stub`]) | handlers |
//!
//! A case with an accused is in no key that several people share: the accused could come to hold the
//! shared key by a new post or a delegation. It stands in the personal key of each one entitled, and
//! never in one of the accused. A personal key is computed from the book of that moment, so the keys
//! of such cases are computed again when the book changes; until then somebody new may see too
//! little, and the accused still sees nothing.

use super::{CaseFacts, Reader, Sight, handles, manages, may_see, sees_stubs};
use crate::book::Book;
use crate::case::Case;
use crate::{PostId, StaffId, UnitId};
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use std::collections::BTreeSet;

/// Months of closed cases among the keys of a reader: the running one and the three before. Older
/// months may be subscribed to as well, see [`may_subscribe`].
pub const CLOSED_MONTHS: u32 = 4;

/// The keys under which a case is sent whole. A reader who holds one of them may see it whole, and
/// the other way round.
#[must_use]
pub fn scope_keys_of_case(case: &Case, book: &Book, now: DateTime<Utc>) -> BTreeSet<String> {
    keys_of(&CaseFacts::of(case), book, now)
}

/// The keys that somebody may subscribe to now; none without a post.
#[must_use]
pub fn scope_keys_of_staff(staff: &StaffId, book: &Book, now: DateTime<Utc>) -> BTreeSet<String> {
    let posts = book.posts_of(staff, now);
    if posts.is_empty() {
        return BTreeSet::new();
    }
    let mut keys = BTreeSet::from([own(staff), asked(staff)]);
    if sees_stubs(&posts, book) {
        keys.insert("stubs:agency".to_owned());
    }
    let months = closed_months(book, now);
    for unit in book.units.keys() {
        let is_manager = posts.iter().any(|post| manages(post, unit, book));
        if is_manager {
            keys.insert(confidential(unit));
        }
        if is_manager || handles_in(&posts, unit, book) {
            keys.insert(open(unit));
            keys.extend(months.iter().map(|first| closed(unit, *first)));
        }
    }
    keys
}

/// Whether somebody may subscribe to a key now: one of theirs, or closed cases of any month of a
/// unit whose open cases they read.
#[must_use]
pub fn may_subscribe(key: &str, staff: &StaffId, book: &Book, now: DateTime<Utc>) -> bool {
    let keys = scope_keys_of_staff(staff, book, now);
    let unit_of_month = || {
        let (unit, month) = key.strip_prefix("unit:")?.split_once(":closed:")?;
        is_month(month).then(|| open(&unit.into()))
    };
    keys.contains(key) || unit_of_month().is_some_and(|key| keys.contains(&key))
}

pub(super) fn keys_of(case: &CaseFacts, book: &Book, now: DateTime<Utc>) -> BTreeSet<String> {
    if case.accused.is_some() {
        return personal_keys(case, book, now);
    }
    let mut keys: BTreeSet<String> = case.owner.iter().map(own).collect();
    let is_asked = |staff: &&StaffId| case.is_asked(staff, book, now);
    keys.extend(book.staff.keys().filter(is_asked).map(asked));
    keys.insert(match case.closed_at {
        _ if case.confidential => confidential(&case.unit),
        None => open(&case.unit),
        Some(at) => closed(&case.unit, month_of(book, at)),
    });
    keys
}

/// One key for each who may see the whole: never one of the accused.
fn personal_keys(case: &CaseFacts, book: &Book, now: DateTime<Utc>) -> BTreeSet<String> {
    let sees = |staff: &&StaffId| {
        let reader = Reader::Staff { staff: (*staff).clone() };
        may_see(&reader, case, book, now) == Sight::Whole
    };
    let key = |staff: &StaffId| {
        if case.is_asked(staff, book, now) { asked(staff) } else { own(staff) }
    };
    book.staff.keys().filter(sees).map(key).collect()
}

fn handles_in(posts: &[PostId], unit: &UnitId, book: &Book) -> bool {
    super::held(posts, book).any(|post| handles(post) && post.unit == *unit)
}

fn own(staff: &StaffId) -> String {
    format!("staff:{staff}")
}

fn asked(staff: &StaffId) -> String {
    format!("asked:{staff}")
}

fn open(unit: &UnitId) -> String {
    format!("unit:{unit}:open")
}

fn confidential(unit: &UnitId) -> String {
    format!("unit:{unit}:confidential")
}

fn closed(unit: &UnitId, month: NaiveDate) -> String {
    format!("unit:{unit}:closed:{:04}-{:02}", month.year(), month.month())
}

/// The date of an instant by the agency's wall clock; only its month counts.
fn month_of(book: &Book, at: DateTime<Utc>) -> NaiveDate {
    book.calendar.wall_clock(at).map_or(at.date_naive(), |local| local.date())
}

fn closed_months(book: &Book, now: DateTime<Utc>) -> Vec<NaiveDate> {
    let this = month_of(book, now);
    // From the first of the month: the 31st has no date in every month before.
    let first = this.with_day(1).unwrap_or(this);
    (0..CLOSED_MONTHS).filter_map(|back| first.checked_sub_months(Months::new(back))).collect()
}

/// `2026-10`.
fn is_month(text: &str) -> bool {
    text.len() == 7
        && text.char_indices().all(|(at, c)| if at == 4 { c == '-' } else { c.is_ascii_digit() })
}
