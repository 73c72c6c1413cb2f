//! The agency itself: its names, the numbers its rules run on, its gate lists and templates.

use super::{FaultCode, Faults};
use crate::book::Book;
use crate::phone::{PhoneError, parse_phone};
use crate::reference::Prefix;
use crate::text::Direction;

/// No reason moves a case by more than a year of hours.
const RANK_HOURS_MAX: u32 = 24 * 366;
/// No day of age moves a case by more than a day, or the old would always be first.
const RANK_MINUTES_MAX: u32 = 24 * 60;
/// The longest session lease (`sync.md`), hours.
const LEASE_HOURS_MAX: u32 = 14 * 24;
const REMINDERS_MAX: u32 = 20;
/// The longest wait for a person, working days.
const WAIT_DAYS_MAX: u32 = 366;

pub(super) fn check(book: &Book, faults: &mut Faults) {
    faults.code("agency", book.agency.as_str());
    faults.labels("name", &book.name);
    let prefix = Prefix::parse(&book.reference_prefix);
    faults.demand(prefix.is_ok(), FaultCode::BadPrefix, "reference_prefix", &book.reference_prefix);
    let is_region = parse_phone("0", &book.region) != Err(PhoneError::UnknownRegion);
    faults.demand(is_region, FaultCode::BadRegion, "region", &book.region);
    numbers(book, faults);
    gate(book, faults);
    texts(book, faults);
}

fn numbers(book: &Book, faults: &mut Faults) {
    let (rank, reminders) = (&book.rank, &book.reminders);
    for (place, number, max) in [
        ("rank.vital_hours", rank.vital_hours, RANK_HOURS_MAX),
        ("rank.per_tenfold_people_hours", rank.per_tenfold_people_hours, RANK_HOURS_MAX),
        ("rank.per_repeat_hours", rank.per_repeat_hours, RANK_HOURS_MAX),
        ("rank.per_day_minutes", rank.per_day_minutes, RANK_MINUTES_MAX),
        ("reminders.count", reminders.count, REMINDERS_MAX),
        ("reminders.gap_days", reminders.gap_days, WAIT_DAYS_MAX),
        ("reminders.last_days", reminders.last_days, WAIT_DAYS_MAX),
        ("session_lease_hours", book.session_lease_hours, LEASE_HOURS_MAX),
        ("person_pause_days_max", book.person_pause_days_max, WAIT_DAYS_MAX),
        ("attachment_bytes_max", book.attachment_bytes_max, crate::case::FILE_BYTES_MAX),
    ] {
        faults.number(place, number, max);
    }
}

/// A gate that knows no phrase in one of the languages lets every empty reply in it through.
fn gate(book: &Book, faults: &mut Faults) {
    let lists = [
        ("gate.deflections", &book.gate.deflections),
        ("gate.empty_formulas", &book.gate.empty_formulas),
        ("gate.favours", &book.gate.favours),
    ];
    for (place, phrases) in lists {
        for (language, direction) in [("ar", Direction::Rtl), ("en", Direction::Ltr)] {
            let has_one = phrases.iter().any(|phrase| Direction::of(phrase) == Some(direction));
            faults.demand(has_one, FaultCode::NoPhrase, format!("{place}.{language}"), "");
        }
    }
    if let Err(error) = book.gate.check() {
        faults.add(FaultCode::BadPhrases, "gate", &error);
    }
}

fn texts(book: &Book, faults: &mut Faults) {
    for (id, label) in &book.no_date_reasons {
        let place = format!("no_date_reasons.{id}");
        faults.code(place.as_str(), id.as_str());
        faults.labels(&place, label);
    }
    for (id, template) in &book.templates {
        let place = format!("templates.{id}");
        faults.code(place.as_str(), id.as_str());
        faults.labels(&format!("{place}.label"), &template.label);
        faults.labels(&format!("{place}.text"), &template.text);
        if let Some(example) = &template.example {
            faults.labels(&format!("{place}.example"), example);
        }
        for category in &template.categories {
            let is_known = book.categories.contains_key(category);
            let place = format!("{place}.categories");
            faults.demand(is_known, FaultCode::UnknownCategory, place, category);
        }
    }
}
