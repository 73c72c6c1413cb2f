//! What the reader may grant, and what the gate says while they write.

use super::Who;
use chrono::{DateTime, Utc};
use domain::Refusal;
use domain::book::Labels;
use domain::case::ReplyKind;
use domain::gate::FactKind;
use domain::money::Money;
use serde::Serialize;
use ts_rs::TS;

/// The powers card: what *I* may grant on *this* case now (R23).
#[derive(Clone, Debug, Serialize, TS)]
pub struct PowersCard {
    /// Within my power.
    pub mine: Vec<PowerLine>,
    /// With one approval, and by whom.
    pub above: Vec<PowerLine>,
    /// What a decision here needs whatever my powers.
    pub approval_demanded: bool,
}

/// One remedy of the card.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PowerLine {
    /// Remedy code.
    pub remedy: String,
    /// Whose power it is: the reader's own, or who would be asked.
    pub by: Who,
    /// Its name.
    pub label: Labels,
    /// It has an amount.
    pub amount: bool,
    /// Up to here on this case; none without limit.
    pub limit: Option<Money>,
    /// Left today; "will be checked" offline.
    pub left_today: Option<Money>,
    /// Proof must stand with it.
    pub proof_required: bool,
    /// The order, article or decree.
    pub legal_basis: Labels,
    /// Done by, unless said otherwise.
    pub due: DateTime<Utc>,
}

/// A hint of the gate while one types, as a code with facts (`domain::gate`).
#[derive(Clone, Debug, Serialize, TS)]
pub struct GateHint {
    /// What the rule would say.
    pub refusal: Refusal,
    /// It blocks; otherwise it warns and may be overridden.
    pub blocks: bool,
    /// Characters of the text it speaks of (UTF-16 start, end), for marking.
    pub span: Option<(u32, u32)>,
}

/// A fact that stands in the text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactView {
    /// What it is.
    pub kind: FactKind,
    /// Characters of the text that tell it (UTF-16 start, end).
    pub span: (u32, u32),
}

/// What a check before sending answers.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckView {
    /// The kind as the gate sees it.
    pub kind: ReplyKind,
    /// Hints, blocking ones first.
    pub hints: Vec<GateHint>,
    /// Percent of the text that a template brought.
    pub template_percent: u8,
    /// Facts found in the text, in its order.
    pub facts: Vec<FactView>,
    /// Only above my power: ask for approval.
    pub needs_approval: bool,
    /// Who would be asked; none when nobody above reaches so far.
    pub approver: Option<Who>,
}
