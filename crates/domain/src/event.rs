//! What happened: facts, past tense, in the agency's order.

use crate::case::{
    AttachmentRef, Bearing, Channel, ContactDirection, ContactOutcome, Ending, LetterFault,
    ReplyKind,
};
use crate::{
    Actor, ApprovalId, CaseId, DecisionId, Delegate, DraftId, GrantId, Identifier, ImportCase,
    Language, LetterId, NoDateReasonId, OpId, OpenCase, PersonId, RemedyAsk, RemedyProgress,
    Resolution, ReviewOutcome, Slot, StaffId, TemplateId, UnitId,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One fact of one case. `apply` after `decide` never fails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A case began.
    CaseOpened {
        /// As it was brought.
        open: Box<OpenCase>,
        /// The unit that owns it now.
        unit: UnitId,
        /// The first next-contact instant (R30).
        next_contact: DateTime<Utc>,
        /// Who owns it; none when it lies in the unit.
        owner: Option<StaffId>,
    },
    /// A case came from a file.
    CaseImported {
        /// The row.
        import: Box<ImportCase>,
        /// The unit that owns it now.
        unit: UnitId,
    },
    /// The person reached us again, or we them.
    ContactRecorded {
        /// How.
        channel: Channel,
        /// Who reached whom.
        direction: ContactDirection,
        /// How it ended.
        outcome: ContactOutcome,
        /// In the person's words.
        own_words: String,
        /// New cost that they bore.
        cost: Option<crate::money::Money>,
    },
    /// Ways to reach the person of the case changed.
    PersonCorrected {
        /// Who.
        person: PersonId,
        /// Theirs since this.
        added: Vec<Identifier>,
        /// Theirs until this.
        ended: Vec<Identifier>,
        /// How we know.
        because: String,
    },
    /// Three contacts without progress, or another reason for the manager's eyes (R03).
    Flagged,
    /// The case has another owner, or none.
    OwnerChanged {
        /// The new owner.
        to: Option<StaffId>,
        /// Why it was given back, empty otherwise.
        because: String,
    },
    /// An internal note.
    NoteAdded {
        /// Its text.
        text: String,
        /// True when the writer no longer owned the case: a late contribution.
        late: bool,
    },
    /// A file belongs to the case.
    Attached {
        /// Which.
        attachment: AttachmentRef,
    },
    /// A revision of a draft was frozen.
    ReplyDrafted {
        /// Which draft.
        draft: DraftId,
        /// Written from.
        parent: Option<OpId>,
        /// The whole text.
        text: String,
    },
    /// A text went to the person.
    ReplySent {
        /// What it is, checked.
        reply_kind: ReplyKind,
        /// What the handler said it was.
        chosen_kind: ReplyKind,
        /// The exact text.
        text: String,
        /// Its language.
        language: Language,
        /// The template it began from.
        template: Option<TemplateId>,
        /// Its place in the conversation.
        slot: Slot,
        /// The draft it closed.
        draft: Option<DraftId>,
        /// Warnings overridden.
        overrides: Vec<String>,
        /// Files that went with it.
        attachments: Vec<AttachmentRef>,
    },
    /// The person is asked; they hold the case until then at the latest.
    PersonAsked {
        /// The limit of the pause.
        until: DateTime<Utc>,
    },
    /// Clocks were set or moved on after a pause. Instants stand in the event, so that a later
    /// change of a calendar never changes what was promised.
    ClocksSet {
        /// All of them.
        clocks: crate::case::Clocks,
    },
    /// The person did not answer in time; the owner holds again.
    AskLapsed {
        /// The question.
        ask: OpId,
    },
    /// When the person hears next.
    NextContactSet {
        /// The instant; none only with a reason.
        at: Option<DateTime<Utc>>,
        /// Why no date can be given.
        because: Option<NoDateReasonId>,
    },
    /// A remedy was granted: a promise from the start.
    RemedyGranted {
        /// Which.
        grant: GrantId,
        /// What.
        ask: RemedyAsk,
        /// By when it is done.
        due: DateTime<Utc>,
        /// In whose name.
        by: StaffId,
    },
    /// A granted remedy moved on.
    RemedyUpdated {
        /// Which.
        grant: GrantId,
        /// To.
        to: RemedyProgress,
        /// How we know, or why not.
        proof: String,
    },
    /// A granted remedy reached its instant without word.
    RemedyFellDue {
        /// Which.
        grant: GrantId,
    },
    /// Somebody above is asked.
    ApprovalRequested {
        /// Which.
        approval: ApprovalId,
        /// 1 for the first, one more after each return.
        revision: u32,
        /// What should happen.
        resolution: Box<Resolution>,
        /// Who asks.
        proposer: StaffId,
        /// Who is asked.
        approver: StaffId,
        /// When silence passes it to the deputy.
        limit: DateTime<Utc>,
    },
    /// Silence passed it to the deputy; both stay entitled.
    ApprovalPassed {
        /// Which.
        approval: ApprovalId,
        /// To whom.
        to: StaffId,
        /// When silence passes it on again.
        limit: DateTime<Utc>,
    },
    /// It was granted.
    Approved {
        /// Which.
        approval: ApprovalId,
        /// The revision that was read.
        revision: u32,
        /// By whom.
        by: StaffId,
    },
    /// It was refused.
    ApprovalRefused {
        /// Which.
        approval: ApprovalId,
        /// By whom.
        by: StaffId,
        /// Why.
        reasons: String,
    },
    /// Another revision is asked for.
    ApprovalReturned {
        /// Which.
        approval: ApprovalId,
        /// By whom.
        by: StaffId,
        /// What to change.
        note: String,
    },
    /// The asker took it back.
    ApprovalRecalled {
        /// Which.
        approval: ApprovalId,
    },
    /// A decision was made; the case is answered.
    Decided {
        /// Named by the action.
        decision: DecisionId,
        /// All of it.
        resolution: Box<Resolution>,
        /// Who decided.
        by: StaffId,
        /// Who approved it, if anybody had to.
        approved_by: Option<StaffId>,
    },
    /// An own action was taken back before its effect left the house.
    Withdrawn {
        /// Which action.
        op: OpId,
    },
    /// The person said it is solved.
    Confirmed {
        /// Which decision.
        decision: DecisionId,
        /// Their words.
        text: String,
        /// How we know.
        by: Bearing,
    },
    /// The person said it is not solved.
    Disputed {
        /// Which decision.
        decision: DecisionId,
        /// Their words.
        text: String,
        /// How we know.
        by: Bearing,
    },
    /// Staff heard "solved", but may not close on it; the person is still asked.
    SolvedHeard {
        /// Which decision.
        decision: DecisionId,
        /// What was said.
        text: String,
    },
    /// A reminder went to the person.
    Reminded {
        /// Which decision.
        decision: DecisionId,
        /// On which channel.
        channel: Channel,
    },
    /// An independent reviewer spoke.
    Reviewed {
        /// Which decision.
        decision: DecisionId,
        /// Whether it stands.
        outcome: ReviewOutcome,
        /// Why.
        reasons: String,
    },
    /// A message did not reach the person, or may not have.
    LetterReturned {
        /// Which message.
        letter: LetterId,
        /// By which way it was sent.
        channel: Channel,
        /// Why.
        fault: LetterFault,
    },
    /// A message that had come back reached the person after all.
    LetterReached {
        /// Which message.
        letter: LetterId,
    },
    /// A message that had come back was queued again.
    LetterResent {
        /// Which message.
        letter: LetterId,
    },
    /// The case is over.
    Closed {
        /// How.
        ending: Ending,
    },
    /// Powers were lent (staff aggregate).
    Delegated {
        /// Named by the action.
        delegation: OpId,
        /// What was lent.
        delegate: Delegate,
        /// By whom.
        by: StaffId,
    },
    /// Lent powers ended early (staff aggregate).
    DelegationEnded {
        /// Which.
        delegation: OpId,
    },
}

/// An event with everything that stands around it, as it is stored and pulled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    /// The agency's gapless number; none on the device before the platform has judged.
    pub seq: Option<u64>,
    /// Which case; none for the staff aggregate.
    pub case: Option<CaseId>,
    /// The action that caused it.
    pub op: OpId,
    /// Its place among the events of that action, from 0.
    pub n: u16,
    /// Who acted.
    pub actor: Actor,
    /// When the platform judged it (or, pending, when the device saved it).
    pub at: DateTime<Utc>,
    /// When the writer says it happened: the clock of an offline device.
    pub claimed_at: DateTime<Utc>,
    /// What happened.
    pub event: Event,
}
