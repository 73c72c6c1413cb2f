//! Expected refusals: typed values with a code and facts, never sentences.
//!
//! The interface turns each code into words in both languages; the list is exported, and a code
//! without words fails the build.

use crate::money::Money;
use crate::{ApprovalId, OpId, RemedyId, StaffId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a rule says no. A released code is never changed, only added to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[error("refused: {self:?}")]
pub enum Refusal {
    /// The post lacks the right for this act.
    NoRight { right: crate::book::Right },
    /// Only the owner may do this.
    NotOwner { owner: Option<StaffId> },
    /// The official complained about may not touch the case (R63).
    IsAccused,
    /// The case does not exist here.
    UnknownCase,
    /// A case with this id or reference exists already.
    CaseExists,
    /// The agency's files know no such thing.
    UnknownCode { what: String },
    /// The case stands where this act makes no sense.
    WrongStage { stage: crate::case::Stage },
    /// A field that must hold something is empty.
    Empty { field: String },
    /// A field is longer than it may be.
    TooLong { field: String, chars_max: u32 },
    /// A number is out of its range.
    OutOfRange { field: String },
    /// Above the limit of one case: ask for approval.
    LimitExceeded { remedy: RemedyId, limit: Option<Money>, asked: Option<Money> },
    /// Above the limit of one day: ask for approval.
    DailyLimitExceeded { remedy: RemedyId, left: Option<Money>, asked: Option<Money> },
    /// No power of the actor covers this remedy on this category: ask for approval.
    NoPower { remedy: RemedyId },
    /// The agency demands approval here (category, "none, because", trainee).
    ApprovalDemanded,
    /// The power requires a proof.
    ProofMissing { remedy: RemedyId },
    /// The remedy needs an amount.
    AmountMissing { remedy: RemedyId },
    /// Another currency than the agency's.
    WrongCurrency,
    /// A decision needs a remedy or "none, because" (R24).
    NoRemedyNoReason,
    /// A point the person asked has no answer (R45).
    PointUnanswered { point: u32 },
    /// The text sends the person elsewhere and answers nothing (gate rule 1).
    Deflection,
    /// Empty formulas block an answer (gate rule 7).
    EmptyFormula { phrases: Vec<String> },
    /// Favour language warns; send again with the override (gate rule 7).
    FavourLanguage { phrases: Vec<String> },
    /// A point is answered "yes" without a remedy, and the letter tells nothing that was done for it.
    PointUncovered { point: u32 },
    /// The text says nothing of this case (gate rule 3).
    NoCaseFact,
    /// A gap of a template is still open in the text.
    GapLeft,
    /// Neither a next date nor a reason why none can be given (gate rule 4).
    NoNextDate,
    /// The next date lies in the past or too far away.
    NextDateUnfit { latest: DateTime<Utc> },
    /// Another text already stands in this slot.
    SlotTaken { by: OpId },
    /// The same text went to this person before (gate rule 2).
    AlreadySaid { percent: u8 },
    /// No approval of this id waits.
    UnknownApproval { approval: ApprovalId },
    /// It was approved, refused, returned or recalled already.
    ApprovalSettled { approval: ApprovalId },
    /// The text was changed since it was read.
    RevisionMoved { revision: u32 },
    /// Nobody approves their own request.
    OwnRequest,
    /// Somebody else is asked.
    NotApprover,
    /// An approval of this case already waits.
    ApprovalWaits { approval: ApprovalId },
    /// No one above holds the power that is asked for.
    NobodyAbove,
    /// No such remedy was granted.
    UnknownGrant,
    /// The remedy can't go from where it is to there.
    WrongProgress,
    /// Not the decision that stands now.
    WrongDecision,
    /// It was already said.
    AlreadySaidByPerson,
    /// The reviewer is of the handler's or approver's unit, or one of them.
    NotIndependent,
    /// Nothing was disputed.
    NotDisputed,
    /// Only clockwork may do this, and only when it is due.
    NotDue,
    /// The person has not been reminded on enough days and channels.
    RemindersMissing { sent: u32, needed: u32 },
    /// The action's effect has left the house or was built on.
    TooLate,
    /// There is no such action of this writer.
    NotYours,
    /// A person with neither a name nor an identifier.
    PersonEmpty,
    /// A text identifies nobody.
    BadIdentifier { kind: crate::IdentifierKind, fault: crate::IdentifierError },
    /// It is not among the ways by which this person is reached now.
    NotTheirs { kind: crate::IdentifierKind },
    /// Nothing would be left by which the person is reached: add the new one as well.
    LastAddress,
    /// The file is too large.
    FileTooLarge { bytes_max: u32 },
    /// The device's session lease has run out: type, note and record contacts only.
    LeaseOver,
}
