//! Intake and search: the phone first, the person and the open cases at once (R01).

use super::{PersonView, QueueRow, Said};
use chrono::{DateTime, Utc};
use domain::book::Labels;
use domain::case::CaseKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What six digits of a phone, a national id or a reference lead to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LookupView {
    /// Persons, each with their cases.
    pub persons: Vec<PersonCard>,
    /// Cases without a known person (by reference), or out of reach as stubs.
    pub cases: Vec<QueueRow>,
    /// The typed text as a whole phone (E.164), when it is one.
    pub phone: Option<String>,
    /// True when older cases may exist that only the platform knows.
    pub more_at_platform: bool,
}

/// A person and their open and recent cases.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonCard {
    /// Who.
    pub person: PersonView,
    /// Open first, then of the last 12 months.
    pub cases: Vec<QueueRow>,
}

/// What the intake form needs to know of the agency.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeChoices {
    /// Categories with their units; "none of these" among them (R53).
    pub categories: Vec<CategoryChoice>,
    /// Kinds of case.
    pub kinds: Vec<CaseKind>,
    /// Units.
    pub units: Vec<Choice>,
    /// Reasons why no next date can be given.
    pub no_date_reasons: Vec<Choice>,
    /// Templates.
    pub templates: Vec<TemplateChoice>,
    /// Staff of my unit, for assigning and the accused, with open load.
    pub staff: Vec<StaffChoice>,
    /// Working days on which the person may be promised the next news.
    pub next_days: NextDays,
}

/// Instants on coming working days of the user's unit, within its hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NextDays {
    /// The next working day.
    pub first: DateTime<Utc>,
    /// The third.
    pub third: DateTime<Utc>,
    /// The fifth: a week of work.
    pub fifth: DateTime<Utc>,
}

/// A category to choose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CategoryChoice {
    /// Code.
    pub code: String,
    /// Name.
    pub label: Labels,
    /// Its unit.
    pub unit: Labels,
    /// A vital service.
    pub vital: bool,
}

/// Anything with a code and a name.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Choice {
    /// Code.
    pub code: String,
    /// Name.
    pub label: Labels,
}

/// A template to begin from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TemplateChoice {
    /// Code.
    pub code: String,
    /// Name.
    pub label: Labels,
    /// Categories it is for; all when empty.
    pub categories: Vec<String>,
    /// Its text in both languages.
    pub text: Labels,
    /// A good example.
    pub example: Option<Labels>,
}

/// A colleague.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StaffChoice {
    /// Staff code.
    pub staff: String,
    /// Name.
    pub name: Labels,
    /// Post.
    pub post: Labels,
    /// Unit.
    pub unit: Labels,
    /// Open cases they own.
    pub load: u32,
}

/// Input of `search`.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SearchInput {
    /// Words, a phone, a reference.
    pub text: String,
    /// At most 100.
    pub limit: u32,
    /// Open cases only.
    pub open_only: bool,
}

/// What search finds, newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SearchView {
    /// Hits.
    pub hits: Vec<SearchHit>,
    /// There are more.
    pub more: bool,
}

/// One case found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SearchHit {
    /// Its row.
    pub row: QueueRow,
    /// The words around the hit.
    pub excerpt: Said,
    /// Hits in the excerpt (UTF-16 start, end).
    pub marks: Vec<(u32, u32)>,
}
