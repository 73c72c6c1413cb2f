//! What people ask to happen. Each kind has a rule of its own in `case/`.
//!
//! An action travels as the exact bytes its writer signed; [`Action::VERSION`] stands in the header
//! beside its kind. A released kind never changes its shape, it only gains optional fields.

mod intake;
mod kind;

pub use intake::*;

use crate::case::{
    AttachmentRef, Bearing, Channel, LetterFault, PointAnswer, ReplyKind, RootCause,
};
use crate::{
    ApprovalId, DecisionId, DraftId, GrantId, Language, NoDateReasonId, OpId, PostId, RemedyId,
    StaffId, TemplateId, UnitId,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Every action, tagged by its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Action {
    /// Opens a case with what the person brought (R09, R11, R45, R54).
    OpenCase(Box<OpenCase>),
    /// Ways to reach the person of a case change, as they said (`rules.md`, Actions).
    CorrectPerson(CorrectPerson),
    /// One more contact on a case that exists; needs no identity field (R01, R03).
    RecordContact(RecordContact),
    /// A case brought from a file, with claimed times.
    ImportCase(Box<ImportCase>),
    /// The actor becomes the owner.
    Take,
    /// Somebody else becomes the owner.
    Assign {
        /// The new owner.
        to: StaffId,
    },
    /// The owner gives the case back to the unit.
    Release {
        /// Why, for the next owner.
        because: String,
    },
    /// An internal note; says so wherever it is shown.
    AddNote {
        /// Its text.
        text: String,
    },
    /// A file for the case.
    Attach {
        /// Name, size and hash; the bytes travel apart.
        attachment: AttachmentRef,
    },
    /// A frozen revision of a reply being written.
    DraftReply {
        /// Which draft.
        draft: DraftId,
        /// The revision it was written from; two with the same parent are two heads, both kept.
        parent: Option<OpId>,
        /// The whole text.
        text: String,
    },
    /// A text to the person, through the gate.
    SendReply(SendReply),
    /// A question to the person; they hold the case until they answer or the limit is reached.
    AskPerson(SendReply),
    /// A remedy within the actor's own powers, at once.
    GrantRemedy(RemedyAsk),
    /// What became of a granted remedy.
    UpdateRemedy {
        /// Which.
        grant: GrantId,
        /// Its next state.
        to: RemedyProgress,
        /// Work order, receipt or "no proof possible, because" for done; the reason for failed.
        proof: String,
    },
    /// Asks somebody above to make a whole resolution happen.
    RequestApproval {
        /// What should happen, with its exact letter.
        resolution: Box<Resolution>,
        /// The approval this revises after it was returned; none for a new one.
        revises: Option<ApprovalId>,
    },
    /// Makes the resolution happen in both names.
    Approve {
        /// Which.
        approval: ApprovalId,
        /// The revision that was read.
        revision: u32,
    },
    /// Says no, with reasons.
    RefuseRequest {
        /// Which.
        approval: ApprovalId,
        /// The revision that was read.
        revision: u32,
        /// Why.
        reasons: String,
    },
    /// Asks the handler for another revision.
    ReturnRequest {
        /// Which.
        approval: ApprovalId,
        /// The revision that was read.
        revision: u32,
        /// What to change.
        note: String,
    },
    /// The asker takes the request back.
    Recall {
        /// Which.
        approval: ApprovalId,
    },
    /// Silence: the request passes to the deputy (clockwork only).
    PassApproval {
        /// Which.
        approval: ApprovalId,
        /// To whom.
        to: StaffId,
    },
    /// The whole resolution in one: remedies or "none, because", every point answered, the exact
    /// letter, the root cause.
    Decide(Box<Resolution>),
    /// Takes an own action back.
    Withdraw {
        /// The action to take back.
        op: OpId,
    },
    /// The person says it is solved.
    Confirm {
        /// The decision whose word they used.
        decision: DecisionId,
        /// Theirs, may be empty.
        text: String,
        /// On the page, or spoken in a call.
        by: Bearing,
    },
    /// The person says it is not solved.
    Dispute {
        /// The decision whose word they used.
        decision: DecisionId,
        /// Theirs.
        text: String,
        /// On the page, or spoken in a call.
        by: Bearing,
    },
    /// Staff heard the person say "solved"; closes only under the rule of `rules.md`.
    HeardSolved {
        /// The decision they spoke of.
        decision: DecisionId,
        /// What was said.
        text: String,
    },
    /// Staff heard "not solved"; counts at once as a dispute.
    HeardNotSolved {
        /// The decision they spoke of.
        decision: DecisionId,
        /// What was said.
        text: String,
    },
    /// An independent reviewer upholds or overturns a disputed decision.
    Review {
        /// Which decision.
        decision: DecisionId,
        /// Whether the decision stands.
        outcome: ReviewOutcome,
        /// Why, for the person too.
        reasons: String,
    },
    /// Reminds the person that we wait for their word (clockwork only).
    Remind {
        /// Which decision.
        decision: DecisionId,
        /// On which channel.
        channel: Channel,
    },
    /// Ends an answered case after silence (clockwork only).
    EndUnconfirmed {
        /// Which decision.
        decision: DecisionId,
    },
    /// A remedy reached its due instant without word (clockwork only).
    RemedyDue {
        /// Which.
        grant: GrantId,
    },
    /// The limit of a question to the person was reached; the owner holds again (clockwork only).
    AskLapsed {
        /// The question.
        ask: OpId,
    },
    /// What the platform learned about a message that left (platform only).
    ReportLetter {
        /// Which message.
        letter: LetterId,
        /// By which way it was sent.
        channel: Channel,
        /// Why it did not reach the person, or may not have; none when it did after all.
        fault: Option<LetterFault>,
    },
    /// Sends a message again that did not reach the person, to the address that is on record now.
    ResendLetter {
        /// Which message.
        letter: LetterId,
    },
    /// Powers lent to somebody with dates; touches the staff aggregate, not a case.
    Delegate(Delegate),
    /// Ends a delegation before its time.
    EndDelegation {
        /// The action that lent it.
        delegation: OpId,
    },
}

/// Names a message to the person: the action behind it, and its place among the events of that action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterId {
    /// The action.
    pub op: OpId,
    /// The place, from 0.
    pub n: u16,
}

/// A text to the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SendReply {
    /// What the handler says it is; the gate checks it.
    pub reply_kind: ReplyKind,
    /// The exact text.
    pub text: String,
    /// The language of the text.
    pub language: Language,
    /// The template it began from, if any.
    pub template: Option<TemplateId>,
    /// When the person hears next, or why no date can be given (gate rule 4).
    pub next: NextDate,
    /// Where it fits in the conversation: the same slot can't be filled twice.
    pub slot: Slot,
    /// The draft that it closes.
    pub draft: Option<DraftId>,
    /// Warnings that the handler saw and overrode, by finding code (logged, gate rule 7).
    pub overrides: Vec<String>,
    /// Files that go with it; it waits until they are whole.
    pub attachments: Vec<AttachmentRef>,
}

/// Slot of a reply (`sync.md`, Never twice).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Slot {
    /// The last inbound message that the writer saw.
    pub last_inbound: Option<OpId>,
    /// How many outbound texts the writer had seen.
    pub ordinal: u32,
}

/// When the person hears next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "next", rename_all = "snake_case")]
pub enum NextDate {
    /// At this instant at the latest.
    At {
        /// The instant.
        at: DateTime<Utc>,
    },
    /// No date can be given, for a reason from the agency's list.
    None {
        /// The reason.
        because: NoDateReasonId,
    },
    /// The text ends the case if the person agrees, so nothing follows.
    Ending,
}

/// A remedy that is asked for or granted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RemedyAsk {
    /// From the catalogue.
    pub remedy: RemedyId,
    /// For remedies that cost money.
    pub amount: Option<crate::money::Money>,
    /// By when it is done; the catalogue's default when none.
    pub due: Option<DateTime<Utc>>,
    /// Who performs it; the case's unit when none.
    pub performer: Option<UnitId>,
    /// The proof the power requires (a photo's hash, a receipt number), when it does.
    pub proof: Option<String>,
}

/// The next state of a granted remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemedyProgress {
    /// The performer has it.
    Ordered,
    /// It happened; `proof` says how we know.
    Done,
    /// It did not happen; `proof` says why.
    Failed,
}

/// Everything that ends the work on a case, judged whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Resolution {
    /// What is granted; empty only with `none_because`.
    pub remedies: Vec<RemedyAsk>,
    /// Why nothing is granted (R24).
    pub none_because: Option<String>,
    /// An answer to each point the person asked (R45).
    pub points: Vec<PointAnswer>,
    /// On which facts and clauses it rests.
    pub grounds: String,
    /// Why it came to this (R26).
    pub cause: RootCause,
    /// The exact letter; its kind is *decision*.
    pub letter: SendReply,
}

/// Whether a disputed decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// It stands; the case closes as upheld.
    Upheld,
    /// It does not; the case is open again.
    Overturned,
}

/// Powers lent with dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Delegate {
    /// The post whose powers and approvals are lent; the actor must hold it.
    pub post: PostId,
    /// Who receives them.
    pub to: StaffId,
    /// First instant.
    pub since: DateTime<Utc>,
    /// Last instant.
    pub until: DateTime<Utc>,
}
