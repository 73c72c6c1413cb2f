//! What a person brings: a new case, one more contact, a row of a file.

use crate::case::{CaseKind, Channel, ContactDirection, ContactOutcome, SubjectPiece};
use crate::{CategoryId, IdentifierKind, Person, PersonId, StaffId, UnitId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person brings, in their words and the handler's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OpenCase {
    /// Made on the device, final at once.
    pub reference: crate::reference::Reference,
    /// Complaint, inquiry …
    pub case_kind: CaseKind,
    /// From the agency's list; "none of these" is one of them.
    pub category: CategoryId,
    /// The unit that will own it; the category's when none.
    pub unit: Option<UnitId>,
    /// Known, new, or unknown.
    pub person: PersonOf,
    /// How they came.
    pub channel: Channel,
    /// What it is about, by the handler, one line.
    pub subject: String,
    /// The person's own words, kept untouched (R54).
    pub own_words: String,
    /// What they ask for, point by point (R45).
    pub points: Vec<String>,
    /// What they tried before (R09).
    pub tried: Vec<Channel>,
    /// Cost that they bore, if any (R31).
    pub cost: Option<crate::money::Money>,
    /// How many people it touches, at least one.
    pub people_affected: u32,
    /// Place, in words.
    pub place: Option<String>,
    /// Shown to nobody outside those who must know.
    pub confidential: bool,
    /// The official complained about; never holds, approves or reads (R63).
    pub accused: Option<StaffId>,
}

/// The person of a new case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "person", rename_all = "snake_case")]
pub enum PersonOf {
    /// Somebody who was here before: nothing is asked again.
    Known {
        /// Who.
        id: PersonId,
    },
    /// Somebody new.
    New {
        /// With at least one identifier, or a name.
        record: Person,
    },
    /// Nobody is named; the case says so.
    Unknown,
}

/// One more time the person reached the agency, or it reached them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordContact {
    /// How.
    pub channel: Channel,
    /// Who reached whom.
    pub direction: ContactDirection,
    /// How it ended.
    pub outcome: ContactOutcome,
    /// In the person's words; may be empty for "same matter again".
    pub own_words: String,
    /// New cost that they bore, if any (R31).
    pub cost: Option<crate::money::Money>,
}

/// Phones and mail addresses that the person of a case gained or lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CorrectPerson {
    /// Theirs from now on.
    pub add: Vec<Address>,
    /// Theirs no longer.
    pub end: Vec<Address>,
    /// How we know.
    pub because: String,
}

/// A phone or a mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Address {
    /// Which of them.
    pub kind: IdentifierKind,
    /// As typed, or as it is kept.
    pub value: String,
}

/// A row of a file, already mapped; times are the file's claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportCase {
    /// The case as if it were opened; `own_words` is empty when the file has none.
    pub open: OpenCase,
    /// True when the subject was put together from the form's fields.
    pub subject_from_form: bool,
    /// The pieces of such a subject, so that each reader gets it in their language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_pieces: Vec<SubjectPiece>,
    /// The file's name for the source, for example `nyc311`.
    pub source: String,
    /// The row's key in the source.
    pub source_key: String,
    /// Line in the file, from 1.
    pub source_line: u32,
    /// When the file says it began.
    pub opened_at: DateTime<Utc>,
    /// When the file says it ended; then it ends as *closed before Rida*.
    pub closed_at: Option<DateTime<Utc>>,
    /// What the file says was done, if anything.
    pub resolution_words: Option<String>,
    /// Next contact, spread over the next five working days by the importer, for open rows.
    pub next_contact: Option<DateTime<Utc>>,
}
