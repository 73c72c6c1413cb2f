//! What the window sends with an act on a case.

use super::{DraftForm, Seen};
use chrono::{DateTime, Utc};
use domain::case::{
    AttachmentRef, CaseKind, Channel, ContactDirection, ContactOutcome, PointAnswer, ReplyKind,
    RootCause,
};
use domain::money::Money;
use domain::{CorrectPerson, Language, NextDate, RemedyAsk, RemedyProgress, ReviewOutcome};
use serde::Deserialize;
use ts_rs::TS;

/// Answer of every act: saved, and in view at once.
#[derive(Clone, Debug, serde::Serialize, TS)]
pub struct Saved {
    /// The action, for taking it back.
    pub op: String,
    /// The case it touched or made.
    pub case: String,
    /// Until when it can be taken back without having left the house.
    pub undo_until: Option<DateTime<Utc>>,
}

/// Input of `save_draft`: the live text, overwritten in place.
#[derive(Clone, Deserialize, TS)]
pub struct DraftInput {
    /// Which draft; none to begin one. The answer names it.
    pub draft: Option<String>,
    /// Of which case; none for a new case's fields.
    pub case: Option<String>,
    /// Which form.
    pub form: DraftForm,
    /// The whole text, or JSON of the form.
    pub text: String,
}

/// Input of `send_reply`, `ask_person` and `check_reply`.
#[derive(Clone, Deserialize, TS)]
pub struct ReplyInput {
    /// Of which case.
    pub case: String,
    /// What was seen.
    pub seen: Seen,
    /// What it is.
    pub kind: ReplyKind,
    /// The exact text.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// The template it began from.
    pub template: Option<String>,
    /// When the person hears next; none while it is not chosen.
    pub next: Option<NextDate>,
    /// The draft it closes.
    pub draft: Option<String>,
    /// Warnings overridden, by refusal code.
    pub overrides: Vec<String>,
    /// Files that go with it.
    pub attachments: Vec<AttachmentRef>,
}

/// Input of `decide_case`, `request_approval` and `check_decision`.
#[derive(Clone, Deserialize, TS)]
pub struct DecideInput {
    /// What is granted.
    pub remedies: Vec<RemedyAsk>,
    /// Why nothing is.
    pub none_because: Option<String>,
    /// An answer to each point.
    pub points: Vec<PointAnswer>,
    /// On what it rests.
    pub grounds: String,
    /// Why it came to this.
    pub cause: Option<RootCause>,
    /// The exact letter, with the case and what was seen. Its kind and next date are set by the rule.
    pub letter: ReplyInput,
    /// The returned approval that this revises.
    pub revises: Option<String>,
}

/// Input of `answer_approval`.
#[derive(Clone, Deserialize, TS)]
pub struct ApprovalInput {
    /// Of which case.
    pub case: String,
    /// Which approval.
    pub approval: String,
    /// The revision that was read.
    pub revision: u32,
    /// What was seen.
    pub seen: Seen,
    /// The answer.
    pub answer: ApprovalAnswer,
}

/// An approver's answer.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum ApprovalAnswer {
    /// Make it happen.
    Approve,
    /// No, because.
    Refuse { reasons: String },
    /// Change this.
    Return { note: String },
    /// The asker takes it back.
    Recall,
}

/// Input of every short act on a case: `act_on_case`.
#[derive(Clone, Deserialize, TS)]
pub struct ActInput {
    /// Of which case.
    pub case: String,
    /// What was seen.
    pub seen: Seen,
    /// What.
    pub act: Act,
}

/// A short act. Each is one file in `desk` and one rule in `domain`.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Become the owner.
    Take,
    /// Give it to somebody.
    Assign { to: String },
    /// Give it back.
    Release { because: String },
    /// An internal note.
    Note { text: String, draft: Option<String> },
    /// A contact on this case.
    Contact {
        channel: Channel,
        direction: ContactDirection,
        outcome: ContactOutcome,
        own_words: String,
        cost: Option<Money>,
    },
    /// Correct how the person is reached.
    CorrectPerson { correction: CorrectPerson },
    /// Grant within my power, without deciding.
    Grant { ask: RemedyAsk },
    /// How a remedy went.
    Remedy { op: String, n: u8, to: RemedyProgress, proof: String },
    /// Send a message again that came back.
    Resend { op: String, n: u16 },
    /// The person said so to me.
    Heard { solved: bool, text: String },
    /// A review of the disputed decision.
    Review { outcome: ReviewOutcome, reasons: String },
}

/// Input of `open_case`.
#[derive(Clone, Deserialize, TS)]
pub struct OpenCaseInput {
    /// Complaint, inquiry …
    pub kind: CaseKind,
    /// Category code.
    pub category: String,
    /// Known person.
    pub person: Option<String>,
    /// New person's name.
    pub name: String,
    /// New person's phone as typed.
    pub phone: String,
    /// New person's national id.
    pub national_id: String,
    /// The language in which they are written to.
    pub language: Language,
    /// How they came.
    pub channel: Channel,
    /// One line.
    pub subject: String,
    /// Their own words.
    pub own_words: String,
    /// What they ask for.
    pub points: Vec<String>,
    /// What they tried.
    pub tried: Vec<Channel>,
    /// What it cost them.
    pub cost: Option<Money>,
    /// At least one.
    pub people_affected: u32,
    /// Where.
    pub place: String,
    /// Only for those who must know.
    pub confidential: bool,
    /// The official complained about.
    pub accused: Option<String>,
    /// The draft it closes.
    pub draft: Option<String>,
    /// Take it myself.
    pub take: bool,
}
