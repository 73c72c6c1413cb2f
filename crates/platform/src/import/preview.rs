//! The first rows of a file as they will be understood, for eyes in a terminal.

use super::dates::hijri;
use super::row::MappedRow;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::{CategoryId, IdentifierKind, PersonOf};

/// How many rows are shown.
pub const PREVIEW_ROWS: usize = 10;

/// One row as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Where it begins in the file, from 1.
    pub line: u64,
    /// What tells it apart.
    pub key: String,
    /// When it began, in both calendars.
    pub opened: String,
    /// When it ended, in both calendars; none while it goes on.
    pub closed: Option<String>,
    /// What it is about.
    pub category: CategoryId,
    /// The subject of the list, without marks.
    pub subject: String,
    /// The person's name.
    pub name: String,
    /// The person's phone or mail address, whichever there is first.
    pub reached: String,
    /// The person's national id.
    pub national_id: String,
    /// Where.
    pub place: String,
    /// What was done.
    pub resolution: String,
}

impl PreviewRow {
    pub(super) fn of(row: &MappedRow, zone: Tz) -> Self {
        let import = &row.import;
        let person = match &import.open.person {
            PersonOf::New { record } => Some(record),
            PersonOf::Known { .. } | PersonOf::Unknown => None,
        };
        let kinds = [IdentifierKind::Phone, IdentifierKind::Mail];
        let national_id = person.and_then(|it| it.current(IdentifierKind::NationalId));
        let reached = person.and_then(|it| kinds.into_iter().find_map(|kind| it.current(kind)));
        Self {
            line: row.line,
            key: import.source_key.clone(),
            opened: in_both_calendars(import.opened_at, zone),
            closed: import.closed_at.map(|it| in_both_calendars(it, zone)),
            category: import.open.category.clone(),
            subject: import.open.subject.clone(),
            name: person.map(|it| it.name.clone()).unwrap_or_default(),
            reached: reached.unwrap_or_default().to_owned(),
            national_id: national_id.unwrap_or_default().to_owned(),
            place: import.open.place.clone().unwrap_or_default(),
            resolution: import.resolution_words.clone().unwrap_or_default(),
        }
    }
}

/// `2025-03-14 09:15 (1446-09-14 AH)`
fn in_both_calendars(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone).naive_local();
    let (year, month, day) = hijri(local.date());
    format!("{} ({year}-{month:02}-{day:02} AH)", local.format("%Y-%m-%d %H:%M"))
}
