//! The state of one case: what its events add up to.

use super::{
    AttachmentRef, Bearing, CaseKind, Channel, Ending, LetterFault, ReplyKind, Segment, Stage,
    SubjectPiece, Trace,
};
use crate::{
    ApprovalId, CaseId, CategoryId, DecisionId, DraftId, GrantId, LetterId, NoDateReasonId, OpId,
    PersonId, RemedyAsk, Resolution, StaffId, UnitId,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything a rule needs to know of a case. The words of messages stay in the events.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// Final since it was opened.
    pub reference: crate::reference::Reference,
    /// Complaint, inquiry …
    pub kind: CaseKind,
    /// From the agency's list.
    pub category: CategoryId,
    /// Whose work it is.
    pub unit: UnitId,
    /// Who brought it; none for imports without one.
    pub person: Option<PersonId>,
    /// One line.
    pub subject: String,
    /// True when the subject was put together from a form's fields.
    pub subject_from_form: bool,
    /// The pieces of such a subject; it is shown in the language of who reads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_pieces: Vec<SubjectPiece>,
    /// Untouched.
    pub own_words: String,
    /// What they asked for.
    pub points: Vec<String>,
    /// What they tried before.
    pub tried: Vec<Channel>,
    /// How it began.
    pub channel: Channel,
    /// What it cost them so far, minor units.
    pub cost_minor: i64,
    /// At least one.
    pub people_affected: u32,
    /// In words.
    pub place: Option<String>,
    /// Only for those who must know.
    pub confidential: bool,
    /// Never holds, approves or reads.
    pub accused: Option<StaffId>,
    /// Where it stands.
    pub stage: Stage,
    /// How it ended.
    pub ending: Option<Ending>,
    /// How the confirmation reached us; none while there is none. What staff heard is not the
    /// person's own word, and leaves them theirs.
    pub confirmed_by: Option<Bearing>,
    /// One owner, or the unit's manager by post.
    pub owner: Option<StaffId>,
    /// Everyone who owned, decided or approved it: they can't close it on hearsay or review it.
    pub touched_by: Vec<StaffId>,
    /// When it began (claimed, for imports).
    pub opened_at: DateTime<Utc>,
    /// When it last closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When the person hears next (R30).
    pub next_contact: Option<DateTime<Utc>>,
    /// Why there is no next contact.
    pub no_date: Option<NoDateReasonId>,
    /// Clocks that run or stopped.
    pub clocks: Clocks,
    /// Inbound contacts, the first included.
    pub contacts: u32,
    /// Inbound contacts since the last progress (R03).
    pub contacts_without_progress: u32,
    /// For the manager's eyes.
    pub flagged: bool,
    /// The last inbound message.
    pub last_inbound: Option<OpId>,
    /// Outbound texts, in order: the next one's ordinal is their number.
    pub outbound: Vec<Outbound>,
    /// Open asks in the order they were asked; the first one holds.
    pub asks: Vec<Ask>,
    /// Granted remedies.
    pub remedies: Vec<GrantedRemedy>,
    /// All approvals, the latest last.
    pub approvals: Vec<Approval>,
    /// The decision that stands.
    pub decision: Option<Decision>,
    /// Decisions that were disputed.
    pub disputed: Vec<DecisionId>,
    /// Files.
    pub attachments: Vec<AttachmentRef>,
    /// Heads of drafts: two with the same parent are both here.
    pub drafts: Vec<DraftHead>,
    /// Messages that did not reach the person, or may not have, and wait for somebody to act.
    pub returned: Vec<ReturnedLetter>,
    /// The ledger of hours.
    pub ledger: Vec<Segment>,
    /// The latest actions, for taking one back.
    pub trail: Vec<Trace>,
    /// The last platform number that touched it; none while only this device knows it.
    pub seq: Option<u64>,
    /// When its last event happened.
    pub touched_at: DateTime<Utc>,
}

/// The clocks of a case. A stopped clock says when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clocks {
    /// First answer due.
    pub answer_due: DateTime<Utc>,
    /// Stopped by a decision or a remedy done only.
    pub answered_at: Option<DateTime<Utc>>,
    /// Solution due.
    pub solution_due: DateTime<Utc>,
    /// Stopped by the decision, if that decision ends the case.
    pub solved_at: Option<DateTime<Utc>>,
    /// Vital services: a hard ceiling in real hours.
    pub ceiling: Option<DateTime<Utc>>,
    /// Since when the clocks pause, while the person holds the case.
    pub paused_since: Option<DateTime<Utc>>,
}

/// A text that went out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outbound {
    /// The action.
    pub op: OpId,
    /// What it is.
    pub kind: ReplyKind,
    /// When.
    pub at: DateTime<Utc>,
    /// The inbound message it followed, for its slot.
    pub last_inbound: Option<OpId>,
    /// Folded text, cut, to tell near repeats.
    pub gist: String,
}

/// Somebody is asked and we wait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The action that asked.
    pub op: OpId,
    /// Who.
    pub of: Asked,
    /// Since.
    pub since: DateTime<Utc>,
    /// The limit.
    pub until: Option<DateTime<Utc>>,
}

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "asked", rename_all = "snake_case")]
pub enum Asked {
    /// The person.
    Person,
    /// An approver.
    Approver { staff: StaffId },
}

/// A remedy and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrantedRemedy {
    /// Which.
    pub id: GrantId,
    /// What.
    pub ask: RemedyAsk,
    /// In whose name.
    pub by: StaffId,
    /// Since.
    pub granted_at: DateTime<Utc>,
    /// By when it is done.
    pub due: DateTime<Utc>,
    /// Where it stands.
    pub state: RemedyState,
}

/// granted → ordered → done or failed; late when its instant passed without word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemedyState {
    /// Promised.
    Granted,
    /// The performer has it.
    Ordered,
    /// It happened.
    Done,
    /// It did not.
    Failed,
    /// Its instant passed without word.
    Late,
}

/// An approval of a whole resolution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Approval {
    /// Which.
    pub id: ApprovalId,
    /// Pinned: nobody approves what they have not read.
    pub revision: u32,
    /// What should happen.
    pub resolution: Resolution,
    /// Who asks.
    pub proposer: StaffId,
    /// Who is entitled: the first asked, then the deputies.
    pub approvers: Vec<StaffId>,
    /// Since.
    pub asked_at: DateTime<Utc>,
    /// When silence passes it on.
    pub limit: DateTime<Utc>,
    /// Where it stands.
    pub state: ApprovalState,
    /// When it was approved, refused, returned or recalled; none while it waits. Who was asked may
    /// read the case until 30 days after this (`rules.md`, Reading).
    #[serde(default)]
    pub settled_at: Option<DateTime<Utc>>,
}

/// Where an approval stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ApprovalState {
    /// Nobody has answered.
    Waiting,
    /// Granted.
    Approved { by: StaffId },
    /// Refused.
    Refused { by: StaffId, reasons: String },
    /// Another revision is asked for.
    Returned { by: StaffId, note: String },
    /// Taken back.
    Recalled,
}

/// The decision that stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Named by its action.
    pub id: DecisionId,
    /// Who decided.
    pub by: StaffId,
    /// Who approved it.
    pub approved_by: Option<StaffId>,
    /// When.
    pub at: DateTime<Utc>,
    /// Reminders of the platform since, with their channels.
    pub reminders: Vec<(DateTime<Utc>, Channel)>,
    /// When staff called since. A call is one more channel, never a reminder.
    pub calls: Vec<DateTime<Utc>>,
    /// Since when we wait for the person's word; none while a message of theirs waits for us.
    pub silent_since: Option<DateTime<Utc>>,
    /// The person disputed it and no reviewer has spoken.
    pub disputed: bool,
}

/// A message that did not reach the person, or may not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedLetter {
    /// Which message.
    pub letter: LetterId,
    /// By which way it was sent.
    pub channel: Channel,
    /// Why it came back.
    pub fault: LetterFault,
    /// When it came back.
    pub at: DateTime<Utc>,
}

/// The newest revision of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftHead {
    /// Which draft.
    pub draft: DraftId,
    /// The revision.
    pub op: OpId,
    /// Written from.
    pub parent: Option<OpId>,
    /// By whom.
    pub by: StaffId,
}
