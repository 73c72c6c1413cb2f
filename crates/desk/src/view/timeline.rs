//! What happened on a case, as the screen shows it.

use super::{Said, Who};
use chrono::{DateTime, Utc};
use domain::ReviewOutcome;
use domain::book::Labels;
use domain::case::{
    AttachmentRef, Bearing, Channel, ContactDirection, ContactOutcome, Ending, LetterFault,
    RemedyState, ReplyKind, RootCause,
};
use serde::Serialize;
use ts_rs::TS;

/// One thing that happened, with who and when.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TimelineItem {
    /// Stable across reloads.
    pub id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the person and the platform.
    pub by: Option<Who>,
    /// Not yet agreed with the platform.
    pub pending: bool,
    /// What.
    pub what: Happened,
}

/// What happened, for the screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Happened {
    /// It began.
    Opened { words: Said, channel: Channel },
    /// It came from a file.
    Imported { words: Said, source: String, key: String, closing_words: Option<Said> },
    /// The person reached us, or we them.
    Contact {
        direction: ContactDirection,
        channel: Channel,
        outcome: ContactOutcome,
        words: Option<Said>,
    },
    /// A text to the person.
    Reply { kind: ReplyKind, chosen: ReplyKind, words: Said, attachments: Vec<AttachmentRef> },
    /// An internal note.
    Note { words: Said, late: bool },
    /// A decision: what was granted or why not; its letter follows as a reply.
    Decision {
        remedies: Vec<Labels>,
        none_because: Option<Said>,
        approved_by: Option<Who>,
        cause: RootCause,
    },
    /// An approval was asked, passed, granted, refused, returned or recalled.
    Approval { state: ApprovalStep, of: Option<Who>, words: Option<Said> },
    /// A remedy moved.
    Remedy { label: Labels, state: RemedyState, proof: Option<Said> },
    /// The owner changed.
    Owner { to: Option<Who>, because: Option<Said> },
    /// The person's word.
    Word { solved: bool, by: Bearing, words: Option<Said> },
    /// How the person is reached changed.
    PersonCorrected { added: Vec<String>, ended: Vec<String>, because: Said },
    /// A reminder.
    Reminder { channel: Channel },
    /// A message to the person came back, or may not have reached them.
    LetterReturned { channel: Channel, fault: LetterFault },
    /// A message that had come back reached the person after all.
    LetterReached,
    /// A message that had come back was queued again.
    LetterResent,
    /// A review.
    Review { outcome: ReviewOutcome, reasons: Said },
    /// It ended.
    Closed { ending: Ending },
    /// A file.
    Attached { file: AttachmentRef },
    /// For the manager's eyes.
    Flagged,
    /// An own action was taken back.
    TakenBack,
}

/// A step of an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalStep {
    /// Asked.
    Requested,
    /// Passed to the deputy.
    Passed,
    /// Granted.
    Approved,
    /// Refused.
    Refused,
    /// Returned for another revision.
    Returned,
    /// Taken back.
    Recalled,
}
