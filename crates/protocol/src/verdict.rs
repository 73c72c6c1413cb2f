//! The platform's word on an action: final, signed, one per op id, kept for ever.

use crate::{Exact, Hash};
use chrono::{DateTime, Utc};
use domain::{OpId, Refusal, StaffId};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use serde::{Deserialize, Serialize};

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It happened, as these events of the agency's sequence.
    Accepted {
        /// First number; none when it changed nothing.
        seq_first: Option<u64>,
        /// Last number.
        seq_last: Option<u64>,
    },
    /// It did not; the text is kept by its writer.
    Rejected {
        /// Why.
        refusal: Refusal,
        /// Ways on.
        next_steps: Vec<NextStep>,
    },
    /// The case moved since the writer looked; a new action that names this one may follow.
    NeedsConfirmation {
        /// What changed.
        changed: Vec<Changed>,
        /// The case's number now.
        seq: u64,
    },
}

/// A way on after a rejection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Send it up instead.
    MakeApproval,
    /// Keep its text as a note.
    AddAsNote,
    /// Give the text to the owner now.
    HandToOwner,
    /// Let it go; kept for 90 days.
    Discard,
}

/// What moved on a case since the writer looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "changed", rename_all = "snake_case")]
pub enum Changed {
    /// The person wrote.
    Inbound { op: OpId },
    /// Somebody wrote to the person.
    Outbound { op: OpId },
    /// Somebody else owns it.
    Owner { owner: Option<StaffId> },
    /// It stands elsewhere.
    Stage { stage: domain::case::Stage },
    /// The approval has another revision.
    Revision { revision: u32 },
}

/// A verdict, binding to the exact header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Which action.
    pub op: OpId,
    /// Hash of its header's bytes.
    pub header_hash: Hash,
    /// What became of it.
    pub outcome: Outcome,
    /// When it was judged.
    pub at: DateTime<Utc>,
    /// The platform's history it belongs to.
    pub epoch: u64,
}

/// The exact bytes of a verdict, signed by the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedVerdict {
    /// JSON of [`Verdict`].
    pub verdict: Exact,
    /// Ed25519 over those bytes.
    pub signature: Exact,
}

/// Why bytes are not a verdict.
#[derive(Debug, thiserror::Error)]
pub enum VerdictError {
    /// Not the JSON of a verdict.
    #[error("verdict")]
    Json(#[from] serde_json::Error),
    /// Not signed by the platform.
    #[error("signature of a verdict")]
    Signature,
}

impl Verdict {
    /// Signs it.
    pub fn sign(&self, key: &SigningKey) -> Result<SignedVerdict, VerdictError> {
        let bytes = serde_json::to_vec(self)?;
        let signature = key.sign(&bytes).to_bytes().to_vec();
        Ok(SignedVerdict { verdict: Exact(bytes), signature: Exact(signature) })
    }
}

impl SignedVerdict {
    /// Reads it; with a key, checks the signature first.
    pub fn read(&self, key: Option<&VerifyingKey>) -> Result<Verdict, VerdictError> {
        if let Some(key) = key {
            let signature =
                Signature::from_slice(&self.signature.0).map_err(|_| VerdictError::Signature)?;
            key.verify(&self.verdict.0, &signature).map_err(|_| VerdictError::Signature)?;
        }
        Ok(serde_json::from_slice(&self.verdict.0)?)
    }
}
