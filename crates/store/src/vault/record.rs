//! An action as the vault keeps it: the exact bytes that were signed, and plain columns beside them.

use crate::StoreError;
use crate::sqlite::{id, id_or_none, instant, instant_or_none, parse};
use chrono::{DateTime, Utc};
use domain::{Action, Actor, CaseId, DraftId, OpId, StoreId};
use rusqlite::Row;

/// Where the device's chain ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainHead {
    /// Which incarnation of the vault.
    pub store: StoreId,
    /// What the next action must bear.
    pub next_dev_seq: u64,
    /// BLAKE3 of the last header's bytes; zero before the first.
    pub prev_hash: [u8; 32],
}

/// A signed action, to be saved. The columns repeat what the signed header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// Its key for ever.
    pub op: OpId,
    /// The number of the chain's head.
    pub dev_seq: u64,
    /// The hash of the chain's head.
    pub prev_hash: [u8; 32],
    /// Which case; none for the staff aggregate.
    pub case: Option<CaseId>,
    /// Its kind, as in the header.
    pub kind: String,
    /// Notes, drafts, attachments: never held behind another (`Action::only_adds`).
    pub only_adds: bool,
    /// Who acts.
    pub actor: Actor,
    /// The device's clock.
    pub claimed_at: DateTime<Utc>,
    /// The header's exact bytes.
    pub header: Vec<u8>,
    /// The body's exact bytes.
    pub body: Vec<u8>,
    /// Over the header.
    pub signature: Vec<u8>,
    /// Attachments by hash.
    pub attachments: Vec<String>,
}

/// What happens in the same transaction as the saving of an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Along {
    /// The draft whose text the action carries: frozen and closed.
    pub closes_draft: Option<DraftId>,
    /// The own action it takes back; nothing happens here when that was sent already.
    pub cancels: Option<OpId>,
    /// The item that needed attention and is answered by it, and how.
    pub answers: Option<(OpId, super::AttentionWay)>,
}

/// An action of the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedAction {
    /// Place in the vault, rising.
    pub num: i64,
    /// Which incarnation of the vault wrote it.
    pub store: StoreId,
    /// Hash of the header's bytes.
    pub header_hash: [u8; 32],
    /// As it was saved; `prev_hash` is in the header and zero here.
    pub action: NewAction,
    /// What became of it.
    pub standing: Standing,
    /// When it was judged.
    pub judged_at: Option<DateTime<Utc>>,
    /// Taken back before it was sent: it still travels, but has no effect here.
    pub cancelled: bool,
    /// Its body can't be delivered: it travels as a stub.
    pub as_stub: bool,
}

/// What became of an action. The first three are *pending*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Here only.
    Saved,
    /// Sent at least once; no receipt.
    Sent,
    /// The platform has it and waits for something.
    Held {
        /// For what, as the platform said it (JSON).
        why: String,
    },
    /// It happened.
    Accepted,
    /// It did not.
    Rejected,
    /// The case had moved.
    NeedsConfirmation,
}

impl SavedAction {
    /// The action itself.
    ///
    /// # Errors
    /// [`StoreError::Json`] for the body of another program.
    pub fn read(&self) -> Result<Action, StoreError> {
        serde_json::from_slice(&self.action.body).map_err(StoreError::json("action"))
    }

    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Result<Self, StoreError>> {
        let (actor, attachments): (String, String) = (row.get("actor")?, row.get("attachments")?);
        let standing: String = row.get("standing")?;
        let why: Option<String> = row.get("held_why")?;
        let dev_seq: i64 = row.get("dev_seq")?;
        let action = |actor, attachments| {
            Ok::<_, rusqlite::Error>(NewAction {
                op: id(row, "op")?,
                dev_seq: dev_seq.unsigned_abs(),
                prev_hash: [0; 32],
                case: id_or_none(row, "case_id")?,
                kind: row.get("kind")?,
                only_adds: row.get("only_adds")?,
                actor,
                claimed_at: instant(row, "claimed_us")?,
                header: row.get("header")?,
                body: row.get("body")?,
                signature: row.get("signature")?,
                attachments,
            })
        };
        let read =
            parse("actor", &actor).and_then(|a| Ok((a, parse("attachments", &attachments)?)));
        let (actor, attachments) = match read {
            Ok(read) => read,
            Err(error) => return Ok(Err(error)),
        };
        Ok(Ok(Self {
            num: row.get("num")?,
            store: id(row, "store")?,
            header_hash: row.get("header_hash")?,
            action: action(actor, attachments)?,
            standing: Standing::from_columns(&standing, why),
            judged_at: instant_or_none(row, "judged_us")?,
            cancelled: row.get("cancelled")?,
            as_stub: row.get("as_stub")?,
        }))
    }
}

impl Standing {
    /// True while there is no verdict.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Saved | Self::Sent | Self::Held { .. })
    }

    fn from_columns(standing: &str, why: Option<String>) -> Self {
        match standing {
            "sent" => Self::Sent,
            "held" => Self::Held { why: why.unwrap_or_default() },
            "accepted" => Self::Accepted,
            "rejected" => Self::Rejected,
            "needs_confirmation" => Self::NeedsConfirmation,
            // The column's check allows nothing else.
            _ => Self::Saved,
        }
    }
}
