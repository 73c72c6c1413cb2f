//! Sending actions and asking what became of them.

use crate::{Exact, Hash, SignedAction, SignedVerdict};
use domain::{DeviceId, OpId, StoreId};
use serde::{Deserialize, Serialize};

/// A batch, in the order of the device's chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushRequest {
    /// Which device.
    pub device: DeviceId,
    /// Which incarnation of its vault.
    pub store: StoreId,
    /// At most [`crate::limits::PUSH_ACTIONS_MAX`].
    pub actions: Vec<SignedAction>,
}

/// What the platform holds after a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushAnswer {
    /// One per action that was looked at, in order.
    pub receipts: Vec<Receipt>,
    /// The `dev_seq` expected next: a gap is answered by it, never by a verdict.
    pub expected: u64,
}

/// What became of one action of a batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Which.
    pub op: OpId,
    /// The header it speaks of.
    pub header_hash: Hash,
    /// Judged or held.
    pub state: ReceiptState,
}

/// A verdict, or why there is none yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ReceiptState {
    /// Final.
    Judged {
        /// The signed word.
        verdict: SignedVerdict,
    },
    /// Stored; the platform judges it once, when the cause is gone.
    Held {
        /// The cause.
        why: HeldWhy,
    },
}

/// Why an action waits at the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum HeldWhy {
    /// An attachment is not whole.
    Attachment { hash: String },
    /// An earlier action of this device on this case was not accepted.
    Predecessor { op: OpId },
    /// A kind or version that this platform does not know yet.
    NewerSchema,
    /// It came as a stub.
    Body,
}

/// A question for the actions that the platform has of one vault's chain: a vault that was restored from
/// an older copy, or shares its name with a copy, finds out what it does not hold itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnActionsRequest {
    /// Which incarnation of the device's vault.
    pub store: StoreId,
    /// The number of the chain behind which to begin.
    pub after: u64,
}

/// Actions as they were signed, in the order of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnActionsAnswer {
    /// At most [`crate::limits::PUSH_ACTIONS_MAX`] and [`crate::limits::PUSH_BYTES_MAX`].
    pub actions: Vec<SignedAction>,
    /// True when more follow the last of these.
    pub more: bool,
}

/// A question for verdicts of these actions, after a crash or a lost answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictsRequest {
    /// At most [`crate::limits::VERDICTS_MAX`].
    pub ops: Vec<OpId>,
}

/// Receipts for those that the platform knows; unknown ones are absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictsAnswer {
    /// In no order, up to [`crate::limits::RECEIPTS_BYTES_FULL`].
    pub receipts: Vec<Receipt>,
    /// The `dev_seq` expected next of the asking device.
    pub expected: u64,
    /// True when receipts were left out because of their size: ask again for those that are absent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
}

/// The body of an action that came as a stub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyRequest {
    /// Which.
    pub op: OpId,
    /// Its bytes.
    pub body: Exact,
}
