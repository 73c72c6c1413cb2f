//! The action on the wire (`sync.md`): a signed header, and a body bound to it by its hash.

use crate::{Exact, Hash, limits::ACTION_BYTES_MAX};
use chrono::{DateTime, Utc};
use domain::{Action, Actor, AgencyId, CaseId, DeviceId, OpId, StoreId};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use serde::{Deserialize, Serialize};

/// What the writer saw of the case when they acted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The last platform event of the case, 0 when none.
    #[serde(deserialize_with = "crate::bounded::number")]
    pub seq: u64,
    /// The last inbound message.
    pub last_inbound: Option<OpId>,
    /// The last outbound reply.
    pub last_outbound: Option<OpId>,
    /// For approvals, the revision that was read.
    pub revision: Option<u32>,
}

/// Everything about an action but its words. Its JSON bytes are what is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Idempotency key for ever.
    pub op: OpId,
    /// Which tenant.
    pub agency: AgencyId,
    /// Which enrolled computer.
    pub device: DeviceId,
    /// Which incarnation of its vault.
    pub store: StoreId,
    /// 1, 2, 3 … without gaps, per store.
    #[serde(deserialize_with = "crate::bounded::number")]
    pub dev_seq: u64,
    /// Hash of the previous header's bytes; zero before the first.
    pub prev: Hash,
    /// The action's kind.
    pub kind: String,
    /// The version of that kind's shape.
    pub version: u16,
    /// Which case; none for the staff aggregate.
    pub case: Option<CaseId>,
    /// Who acts, in which post.
    pub actor: Actor,
    /// What they saw.
    pub base: Base,
    /// Actions that must be accepted before.
    pub depends_on: Vec<OpId>,
    /// The action whose "needs confirmation" this one answers.
    pub confirms: Option<OpId>,
    /// The delegation relied on, if any.
    pub grant: Option<OpId>,
    /// Hash of the body's bytes.
    pub body_hash: Hash,
    /// Length of the body in bytes.
    pub body_bytes: u32,
    /// Attachments by hash.
    pub attachments: Vec<String>,
    /// The device's clock.
    pub claimed_at: DateTime<Utc>,
}

/// The exact bytes, as signed, sent and stored. Without a body it is a stub: the chain moves on
/// and the case waits for the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedAction {
    /// JSON of [`Header`].
    pub header: Exact,
    /// JSON of [`Action`]; none in a stub.
    pub body: Option<Exact>,
    /// Ed25519 over the header's bytes.
    pub signature: Exact,
}

/// Why bytes are not an action.
#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    /// Larger than an action may be.
    #[error("action of {0} bytes is too large")]
    TooLarge(usize),
    /// Not the JSON of a header.
    #[error("header")]
    Header(#[source] serde_json::Error),
    /// Not the JSON of a known action of this version.
    #[error("body")]
    Body(#[source] serde_json::Error),
    /// The body is not the one the header names.
    #[error("body differs from its hash")]
    BodyHash,
    /// The header's kind is not the body's.
    #[error("kind differs from the body")]
    Kind,
    /// Not signed by this device.
    #[error("signature")]
    Signature,
    /// A kind or version of the future.
    #[error("kind {kind} version {version} is newer than this program")]
    Newer {
        /// Its kind.
        kind: String,
        /// Its version.
        version: u16,
    },
}

/// Signs an action. `header.body_hash`, `body_bytes`, `kind` and `version` are filled in here.
pub fn sign(
    mut header: Header,
    action: &Action,
    key: &SigningKey,
) -> Result<SignedAction, ActionError> {
    let body = serde_json::to_vec(action).map_err(ActionError::Body)?;
    action.kind().clone_into(&mut header.kind);
    header.version = Action::VERSION;
    header.body_hash = Hash::of(&body);
    header.body_bytes = u32::try_from(body.len()).map_err(|_| ActionError::TooLarge(body.len()))?;
    let header = serde_json::to_vec(&header).map_err(ActionError::Header)?;
    let signature = key.sign(&header).to_bytes().to_vec();
    let signed = SignedAction {
        header: Exact(header),
        body: Some(Exact(body)),
        signature: Exact(signature),
    };
    if signed.bytes() > ACTION_BYTES_MAX {
        return Err(ActionError::TooLarge(signed.bytes()));
    }
    Ok(signed)
}

impl SignedAction {
    /// Size on the wire before base64, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.header.0.len() + self.body.as_ref().map_or(0, |it| it.0.len()) + self.signature.0.len()
    }

    /// Reads the header without trusting it.
    pub fn header(&self) -> Result<Header, ActionError> {
        if self.bytes() > ACTION_BYTES_MAX {
            return Err(ActionError::TooLarge(self.bytes()));
        }
        serde_json::from_slice(&self.header.0).map_err(ActionError::Header)
    }

    /// Hash of the header's bytes: the next action's `prev`, and what a verdict binds to.
    #[must_use]
    pub fn header_hash(&self) -> Hash {
        Hash::of(&self.header.0)
    }

    /// Checks the device's signature over the header.
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), ActionError> {
        let signature =
            Signature::from_slice(&self.signature.0).map_err(|_| ActionError::Signature)?;
        key.verify(&self.header.0, &signature).map_err(|_| ActionError::Signature)
    }

    /// Reads the body that the header names; `None` for a stub.
    pub fn action(&self, header: &Header) -> Result<Option<Action>, ActionError> {
        if header.version > Action::VERSION {
            return Err(ActionError::Newer { kind: header.kind.clone(), version: header.version });
        }
        let Some(body) = &self.body else { return Ok(None) };
        if Hash::of(&body.0) != header.body_hash {
            return Err(ActionError::BodyHash);
        }
        let action: Action = serde_json::from_slice(&body.0).map_err(ActionError::Body)?;
        if action.kind() != header.kind {
            return Err(ActionError::Kind);
        }
        Ok(Some(action))
    }
}
