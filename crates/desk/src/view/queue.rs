//! My desk: rows, reasons, counters.

use chrono::{DateTime, Utc};
use domain::book::Labels;
use domain::case::{CaseKind, Holder, RankPart, Stage, SubjectPiece};
use domain::text::Direction;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text of a person with its own direction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Said {
    /// As it was said.
    pub text: String,
    /// By its first strong letter.
    pub dir: Direction,
    /// The pieces of a subject that was put together from a form; the window composes them in its own
    /// language, each value isolated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pieces: Option<Vec<SubjectPiece>>,
}

/// Somebody of the agency by name and post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Who {
    /// Staff code; none for a unit's post without a name.
    pub staff: Option<String>,
    /// Name.
    pub name: Labels,
    /// Post.
    pub post: Labels,
}

/// Who the hour belongs to, with words for the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HolderView {
    /// Which kind.
    pub holder: Holder,
    /// Who by name and post, when it is somebody of the agency.
    pub who: Option<Who>,
    /// Since; none when it is not known (a stub).
    pub since: Option<DateTime<Utc>>,
    /// True when it is the one who looks.
    pub me: bool,
}

/// One row of the queue.
#[derive(Clone, Debug, Serialize, TS)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own on the row")]
pub struct QueueRow {
    /// Which case.
    pub case: String,
    /// Its reference.
    pub reference: String,
    /// Complaint, inquiry …
    pub kind: CaseKind,
    /// What it is about, in the person's words when there are any. Empty when out of sight.
    pub about: Said,
    /// Who brought it; none when nobody is named or out of sight.
    pub person: Option<Said>,
    /// Category.
    pub category: Labels,
    /// Unit.
    pub unit: Labels,
    /// Where it stands.
    pub stage: Stage,
    /// Who holds it.
    pub holder: HolderView,
    /// The nearest date, and how near it is.
    pub due: Option<DueView>,
    /// Inbound contacts.
    pub contacts: u32,
    /// For the manager's eyes.
    pub flagged: bool,
    /// A vital service.
    pub vital: bool,
    /// Confidential.
    pub confidential: bool,
    /// Something new that the user has not seen.
    pub unread: bool,
    /// Actions of this device on it that are not yet agreed.
    pub pending: u32,
    /// Why it stands here.
    pub why: Vec<RankPart>,
    /// Its instant in the queue; none for a stub, which stands in none.
    pub rank_at: Option<DateTime<Utc>>,
    /// Out of reach: a look-up shows it without words, and it can't be opened.
    pub stub: bool,
}

/// The nearest date of a case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DueView {
    /// When.
    pub at: DateTime<Utc>,
    /// Of what.
    pub of: domain::case::DueOf,
    /// How near.
    pub nearness: Nearness,
}

/// How near a date is; word, icon and colour follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// More than a day away.
    Calm,
    /// Within a day.
    Near,
    /// Within two hours.
    Due,
    /// Over.
    Overdue,
}

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QueueFilter {
    /// Mine, due first.
    Mine,
    /// Nobody's, of my unit.
    Unowned,
    /// All open of my unit.
    Unit,
    /// Overdue, of mine.
    Overdue,
    /// Answered and waiting for the person's word, of mine.
    Answered,
    /// With a message that did not reach the person: mine, and nobody's of my unit.
    Returned,
    /// Closed, newest first.
    Closed,
}

/// Input of `queue`.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct QueueInput {
    /// Which rows.
    pub filter: QueueFilter,
    /// From which row.
    pub offset: u32,
    /// At most 200.
    pub limit: u32,
}

/// A page of the queue.
#[derive(Clone, Debug, Serialize, TS)]
pub struct QueueView {
    /// In order.
    pub rows: Vec<QueueRow>,
    /// Rows behind this filter.
    pub total: u32,
    /// Rows behind each filter, for the chips.
    pub counts: Vec<(QueueFilter, u32)>,
}
