//! The words of a case; one word for one thing, in every layer (`rules.md`).

use crate::{OpId, StaffId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of matter it is (R11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// شكوى
    Complaint,
    /// استفسار
    Inquiry,
    /// اقتراح
    Suggestion,
    /// ملاحظة
    Concern,
    /// طلب
    Request,
    /// بلاغ
    FaultReport,
}

/// `new → open → answered → closed`; a dispute leads back to `open`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nobody owns it yet.
    New,
    /// Somebody works on it.
    Open,
    /// A decision went out; the person is asked.
    Answered,
    /// Over.
    Closed,
}

/// How a case ended. There is no path by which the handler alone gets here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "ending", rename_all = "snake_case")]
pub enum Ending {
    /// The person said so.
    Confirmed,
    /// Silence after the agency's reminders; never counted as satisfied.
    Unconfirmed {
        /// On how many channels the person was tried.
        channels_tried: u32,
    },
    /// Disputed, and an independent reviewer upheld the decision.
    Upheld,
    /// Ended in another system before the import; counted in no rate.
    BeforeRida,
}

/// How somebody is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A call.
    Phone,
    /// The person's page or portal.
    Portal,
    /// At a counter.
    Branch,
    /// A post in public.
    Social,
    /// Mail.
    Mail,
    /// A short message.
    Sms,
    /// From a file.
    Import,
}

/// Who reached whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactDirection {
    /// The person reached us.
    Inbound,
    /// We reached the person.
    Outbound,
}

/// How a contact ended (R56).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactOutcome {
    /// They spoke.
    Spoke,
    /// Nobody answered.
    NoAnswer,
    /// They left a message.
    Message,
}

/// What a text to the person is. Only a decision and a remedy done stop the answer clock (R08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplyKind {
    /// We have it.
    Acknowledgement,
    /// We need something from you.
    Question,
    /// This happened since.
    Progress,
    /// This is what we decided.
    Decision,
    /// What we promised was done.
    RemedyDone,
    /// Go elsewhere; answers nothing (R07).
    Deflection,
}

/// An answer to one point the person asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PointAnswer {
    /// Its place in the case's points, from 0.
    pub point: u32,
    /// What became of it.
    pub outcome: PointOutcome,
    /// Why, when it is not granted whole.
    pub because: String,
}

/// What became of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointOutcome {
    /// All of it.
    Granted,
    /// Some of it, because.
    Partly,
    /// None of it, because.
    Refused,
}

/// Why it came to this (R26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RootCause {
    /// The rule itself.
    Policy,
    /// A machine or program.
    System,
    /// Another unit.
    OtherUnit,
    /// One of our staff.
    Staff,
    /// Somebody outside.
    ThirdParty,
    /// The person.
    Person,
}

/// How the person's word reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Bearing {
    /// On their own page, with the word sent with this decision.
    OwnPage,
    /// The word was spoken in a call; counted apart.
    SpokenWord,
    /// Staff heard it, without the word; counted apart and sampled.
    Heard,
}

/// Why a message did not reach the person, or may not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LetterFault {
    /// The provider says that there is no such address.
    Address,
    /// The provider refused the message.
    Refused,
    /// The provider could not be reached, again and again.
    Unreachable,
    /// No provider is configured for the channels that the person has.
    NoWay,
    /// The provider took it and reported later that it was not delivered.
    Undelivered,
    /// The provider did not confirm that it took it: it may have been sent.
    Unconfirmed,
    /// The platform stopped while it was handing it over: it may have been sent.
    Interrupted,
}

impl LetterFault {
    /// Whether the message may have reached the person all the same.
    #[must_use]
    pub fn is_uncertain(self) -> bool {
        matches!(self, Self::Unconfirmed | Self::Interrupted)
    }

    /// The word as it is serialized, for columns and logs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::NoWay => "no_way",
            Self::Undelivered => "undelivered",
            Self::Unconfirmed => "unconfirmed",
            Self::Interrupted => "interrupted",
        }
    }

    /// The fault of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let all = [
            Self::Address,
            Self::Refused,
            Self::Unreachable,
            Self::NoWay,
            Self::Undelivered,
            Self::Unconfirmed,
            Self::Interrupted,
        ];
        all.into_iter().find(|it| it.code() == code)
    }
}

/// A file by its hash; its bytes travel apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentRef {
    /// Keyed BLAKE3 of the bytes, 64 hex digits.
    pub hash: String,
    /// Cleaned name.
    pub name: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// By content, for example `image/png`.
    pub media_type: String,
}

/// Who the next hour belongs to (R38).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "holder", rename_all = "snake_case")]
pub enum Holder {
    /// The person, asked by us.
    Person,
    /// The owner.
    Handler { staff: StaffId },
    /// Nobody owns it: the unit's manager, by post.
    UnitManager { unit: crate::UnitId },
    /// Who is asked for an approval.
    Approver { staff: StaffId },
    /// On its way from an offline device.
    Sync,
    /// Somebody outside the agency.
    Outside,
    /// Answered: the person is asked whether it is solved.
    AwaitingWord,
    /// Over.
    Nobody,
}

/// One stretch of the ledger of hours; segments touch and their sum is the lifetime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Segment {
    /// Who held it.
    pub holder: Holder,
    /// From.
    pub since: DateTime<Utc>,
    /// Until; none while it lasts.
    pub until: Option<DateTime<Utc>>,
    /// The action that began it.
    pub op: OpId,
}
