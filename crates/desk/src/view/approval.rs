//! One screen per approval: reason, precedent, cost and clock.

use super::{QueueRow, Said, StoryView, Who};
use chrono::{DateTime, Utc};
use domain::Resolution;
use domain::book::Labels;
use domain::case::ApprovalState;
use domain::money::Money;
use serde::Serialize;
use ts_rs::TS;

/// A row of the approvals that wait for me.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ApprovalRow {
    /// Which approval.
    pub approval: String,
    /// Of which case.
    pub row: QueueRow,
    /// Who asks.
    pub proposer: Who,
    /// What is asked: remedies by name, empty for "none, because".
    pub remedies: Vec<Labels>,
    /// All amounts together.
    pub cost: Option<Money>,
    /// Since.
    pub asked_at: DateTime<Utc>,
    /// When silence passes it on.
    pub limit: DateTime<Utc>,
    /// It came to me because somebody was silent, or is delegated.
    pub as_deputy: bool,
}

/// An approval, whole: it can't be granted unread.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ApprovalView {
    /// The row.
    pub head: ApprovalRow,
    /// Revision shown; sent back with the answer.
    pub revision: u32,
    /// All that would happen, with the exact letter.
    pub resolution: Resolution,
    /// What the person asked for.
    pub points: Vec<Said>,
    /// In the person's own words.
    pub own_words: Option<Said>,
    /// The story so far.
    pub story: StoryView,
    /// Remedies with names, limits of the asker and legal basis.
    pub lines: Vec<ApprovalLine>,
    /// The same remedy on the same category before.
    pub precedents: Vec<Precedent>,
    /// Where it stands.
    pub state: ApprovalState,
    /// May be answered by me now.
    pub mine_to_answer: bool,
}

/// One remedy that is asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ApprovalLine {
    /// Its name.
    pub label: Labels,
    /// How much.
    pub amount: Option<Money>,
    /// What the asker may grant alone.
    pub asker_limit: Option<Money>,
    /// The order, article or decree.
    pub legal_basis: Labels,
}

/// A decision like it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Precedent {
    /// Which case.
    pub case: String,
    /// Its reference.
    pub reference: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What was granted.
    pub amount: Option<Money>,
    /// Whether the person confirmed.
    pub confirmed: bool,
}
