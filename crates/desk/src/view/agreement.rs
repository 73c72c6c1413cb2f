//! Agreement: what waits, what needs attention, in words and whole.

use super::Said;
use chrono::{DateTime, Utc};
use domain::Refusal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where agreement with the platform stands; what the status line says.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AgreementView {
    /// Reached now, or since when not.
    pub link: LinkView,
    /// Last answer of the platform.
    pub last_contact: Option<DateTime<Utc>>,
    /// How many actions are not yet judged.
    pub pending: u32,
    /// How many items need attention.
    pub attention: u32,
    /// How far a first sync has come.
    pub progress: Option<ProgressView>,
    /// The device's clock differs by so many seconds.
    #[ts(type = "number")]
    pub clock_off_seconds: i64,
    /// This computer's data turned out to be an older copy, or to be in use elsewhere; until dismissed.
    pub recovery: Option<RecoveryView>,
    /// Until when this computer may decide.
    pub lease_until: DateTime<Utc>,
}

/// What was done when the platform knew more of this computer's work than the computer itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RecoveryView {
    /// When.
    pub at: DateTime<Utc>,
    /// Own actions that only the platform had.
    pub recovered: u32,
    /// Unsent actions that were kept and sent under a new name.
    pub resent: u32,
}

/// What waits, as the screen lists it: as many of each as it asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WaitingView {
    /// The first actions not yet judged, in order.
    pub pending: Vec<PendingView>,
    /// The newest items that need attention, newest first.
    pub attention: Vec<AttentionView>,
}

/// The connection, as the engine knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "link", rename_all = "snake_case")]
pub enum LinkView {
    /// Agreeing.
    Online,
    /// No answer since.
    Offline { since: Option<DateTime<Utc>> },
    /// Something answers that is not the platform (a captive portal, a proxy).
    NotPlatform { since: DateTime<Utc> },
    /// The session ran out: sign in again; nothing is lost.
    SignInNeeded,
    /// The session was ended on the platform, as after a change of the password: sign in again.
    SessionEnded,
    /// The account was disabled, or its owner holds no post; unsent work stays here.
    AccountDisabled,
    /// The platform or this program is too old for the other.
    OtherVersion,
    /// The device was revoked; unsent work stays here.
    Revoked,
    /// The store can't be written (disk full, failed): typing is not safe until it is mended.
    StoreFailed,
}

/// How far a first sync has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProgressView {
    /// 1 own and asked, 2 stubs and the unit's open, 3 the unit's closed.
    pub tier: u8,
    /// Cases so far.
    pub done: u32,
    /// Cases in all.
    pub total: u32,
}

/// One action not yet judged.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PendingView {
    /// Which.
    pub op: String,
    /// Its kind, for words.
    pub kind: String,
    /// Of which case.
    pub case: Option<String>,
    /// Its reference.
    pub reference: Option<String>,
    /// Saved when.
    pub at: DateTime<Utc>,
    /// Where it stands.
    pub state: PendingState,
}

/// Where an unjudged action stands.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PendingState {
    /// Saved here, not sent.
    Saved,
    /// The rule now says no; it is still sent.
    ProbablyRefused { refusal: Refusal },
    /// The platform has it and waits for something.
    Held { why: String },
    /// An earlier one of the case was not accepted.
    Behind { op: String },
}

/// An item that needs attention: nothing ever disappears.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AttentionView {
    /// Which action.
    pub op: String,
    /// Its kind.
    pub kind: String,
    /// Of which case.
    pub case: Option<String>,
    /// Its reference.
    pub reference: Option<String>,
    /// What the case is about.
    pub about: Option<Said>,
    /// The whole text the writer typed, if any.
    pub words: Option<Said>,
    /// What happened to it.
    pub why: AttentionWhy,
    /// Later actions that wait behind it.
    pub behind: u32,
    /// Since.
    pub at: DateTime<Utc>,
    /// Ways on.
    pub ways: Vec<AttentionWay>,
}

/// Why it needs attention.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum AttentionWhy {
    /// Refused by the platform.
    Rejected { refusal: Refusal },
    /// The case moved: look and confirm.
    Moved { changes: Vec<MovedView> },
    /// It waits for an attachment for a day.
    AttachmentMissing,
    /// The platform refused a file that goes with it; the names of its files.
    AttachmentRefused { names: Vec<String> },
    /// A copy of this computer's data sent it already.
    SentByCopy,
    /// It can't be delivered (too large for something on the way).
    Undeliverable,
    /// The case is no longer yours; your words are kept.
    NoLongerYours,
}

/// What moved.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "moved", rename_all = "snake_case")]
pub enum MovedView {
    /// The person wrote this.
    Inbound { words: Option<Said> },
    /// Somebody wrote this to the person.
    Outbound { words: Option<Said> },
    /// Somebody else owns it.
    Owner { who: Option<super::Who> },
    /// It stands elsewhere.
    Stage { stage: domain::case::Stage },
    /// The approval has another revision.
    Revision { revision: u32 },
}

/// A way on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttentionWay {
    /// Send it as it is, having seen what changed.
    Confirm,
    /// Send it up instead.
    MakeApproval,
    /// Keep its text as a note.
    AddAsNote,
    /// Give the text to the owner now, as a note.
    HandToOwner,
    /// Let it go; kept for 90 days.
    Discard,
}

/// Input of `answer_attention`.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AttentionInput {
    /// Which action.
    pub op: String,
    /// Which way.
    pub way: AttentionWay,
}
