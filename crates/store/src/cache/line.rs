//! A case as a list shows it: enough for a row, for its reasons and for the rule of reading.

use crate::StoreError;
use crate::sqlite::parse;
use chrono::serde::{ts_microseconds, ts_microseconds_option};
use chrono::{DateTime, Utc};
use domain::case::{Case, CaseKind, Ending, Holder, Rank, Stage, SubjectPiece, holder};
use domain::reading::CaseFacts;
use domain::reference::Reference;
use domain::{CaseId, CategoryId, PersonId, StaffId, UnitId};
use rusqlite::Row as SqlRow;
use serde::{Deserialize, Serialize};

/// Longest text of a row, characters.
const ABOUT_CHARS_MAX: usize = 240;

/// A case, short. Its fields are named as those of [`Case`]. Fifty are read for each look at the queue,
/// so their instants are numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseLine {
    /// Which.
    pub id: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// Complaint, inquiry …
    pub kind: CaseKind,
    /// From the agency's list.
    pub category: CategoryId,
    /// Whose work it is.
    pub unit: UnitId,
    /// Who brought it.
    pub person: Option<PersonId>,
    /// What it is about: the person's words, or the handler's line when there are none. Cut to 240
    /// characters, on one line.
    pub about: String,
    /// The pieces of a subject that was put together from a form, when it stands for their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about_pieces: Vec<SubjectPiece>,
    /// Where it stands.
    pub stage: Stage,
    /// How it ended.
    pub ending: Option<Ending>,
    /// One owner, or nobody.
    pub owner: Option<StaffId>,
    /// Who the hour belongs to.
    pub holder: Holder,
    /// Since when.
    #[serde(with = "ts_microseconds_option")]
    pub held_since: Option<DateTime<Utc>>,
    /// When the person hears next.
    #[serde(with = "ts_microseconds_option")]
    pub next_contact: Option<DateTime<Utc>>,
    /// When it began.
    #[serde(with = "ts_microseconds")]
    pub opened_at: DateTime<Utc>,
    /// When it last closed.
    #[serde(with = "ts_microseconds_option")]
    pub closed_at: Option<DateTime<Utc>>,
    /// When its last event happened.
    #[serde(with = "ts_microseconds")]
    pub touched_at: DateTime<Utc>,
    /// Inbound contacts.
    pub contacts: u32,
    /// Only for those who must know.
    pub confidential: bool,
    /// Never sees it.
    pub accused: Option<StaffId>,
    /// Who was asked, and since when it is answered.
    pub asked: Vec<(StaffId, Option<DateTime<Utc>>)>,
    /// While a dispute waits: everybody who touched it.
    pub disputed_of: Option<Vec<StaffId>>,
    /// Why it stands where it stands.
    pub rank: Rank,
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The case, short.
    pub line: CaseLine,
    /// Who brought it, by name.
    pub person_name: Option<String>,
    /// Actions of this device on it that are not yet agreed.
    pub pending: u32,
    /// Something new that the reader has not seen.
    pub unread: bool,
}

impl CaseLine {
    pub(super) fn of(case: &Case, rank: &Rank) -> Self {
        let facts = CaseFacts::of(case);
        Self {
            id: case.id,
            reference: case.reference,
            kind: case.kind,
            category: case.category.clone(),
            unit: facts.unit,
            person: case.person,
            about: about(case),
            about_pieces: about_pieces(case),
            stage: case.stage,
            ending: case.ending,
            owner: facts.owner,
            holder: holder(case),
            held_since: case.ledger.last().map(|it| it.since),
            next_contact: case.next_contact,
            opened_at: case.opened_at,
            closed_at: case.closed_at,
            touched_at: case.touched_at,
            contacts: case.contacts,
            confidential: facts.confidential,
            accused: facts.accused,
            asked: facts.asked,
            disputed_of: facts.disputed_of,
            rank: rank.clone(),
        }
    }

    /// What the rule of reading looks at.
    #[must_use]
    pub fn facts(&self) -> CaseFacts {
        let is_closed = self.stage == Stage::Closed;
        CaseFacts {
            unit: self.unit.clone(),
            owner: self.owner.clone(),
            confidential: self.confidential,
            accused: self.accused.clone(),
            closed_at: is_closed.then(|| self.closed_at.unwrap_or(self.touched_at)),
            asked: self.asked.clone(),
            disputed_of: self.disputed_of.clone(),
        }
    }
}

impl Row {
    /// From the columns of `cases/by_num` and its like.
    pub(super) fn from_row(row: &SqlRow<'_>) -> Result<Self, StoreError> {
        let line = row.get_ref("line")?.as_str().map_err(rusqlite::Error::from)?;
        Ok(Self {
            line: parse("case line", line)?,
            person_name: row.get("person_name")?,
            pending: row.get("pending")?,
            unread: row.get("unread")?,
        })
    }
}

/// The pieces of a subject that stands for the person's words.
fn about_pieces(case: &Case) -> Vec<SubjectPiece> {
    if case.own_words.trim().is_empty() { case.subject_pieces.clone() } else { Vec::new() }
}

fn about(case: &Case) -> String {
    let own = case.own_words.trim();
    let text = if own.is_empty() { case.subject.as_str() } else { own };
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.len() > ABOUT_CHARS_MAX * 4 {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.chars().take(ABOUT_CHARS_MAX).collect()
}
