//! Items that need attention: never a disappearance, always the whole text.

use super::{Draft, SavedAction, Vault, actions, drafts};
use crate::StoreError;
use crate::sqlite::{bytes, instant, us};
use chrono::{DateTime, Utc};
use domain::{CaseId, DraftId, OpId};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use uuid::Uuid;

/// An item that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// What it is about, with its whole text.
    pub subject: Subject,
    /// What happened to it.
    pub why: AttentionWhy,
    /// Since.
    pub since: DateTime<Utc>,
    /// The verdict's exact bytes, when there is one.
    pub verdict: Option<Vec<u8>>,
    /// Later actions of the case that wait behind it.
    pub behind: u32,
}

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An action.
    Action(Box<SavedAction>),
    /// An unsent text.
    Draft(Draft),
}

/// Why something needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionWhy {
    /// Refused by the platform; its reason is in the verdict.
    Rejected,
    /// The case moved; what moved is in the verdict.
    Moved,
    /// It has waited for an attachment for a day.
    AttachmentMissing,
    /// The platform refused a file that it names.
    AttachmentRefused,
    /// A copy of this vault sent it already.
    SentByCopy,
    /// Something on the way does not let it pass.
    Undeliverable,
    /// The case is no longer in sight; the words are kept.
    NoLongerYours,
}

/// How an item was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionWay {
    /// Sent again, having seen what changed.
    Confirmed,
    /// Sent up as an approval.
    MadeApproval,
    /// Kept as a note.
    AddedAsNote,
    /// Given to the owner.
    HandedToOwner,
    /// Let go; kept for 90 days.
    Discarded,
    /// It went through by itself.
    Healed,
}

impl Vault {
    /// Open items, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attention(&self) -> Result<Vec<Attention>, StoreError> {
        self.open_items(-1)
    }

    /// The newest of them, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attention_first(&self, limit: u32) -> Result<Vec<Attention>, StoreError> {
        self.open_items(limit.into())
    }

    /// Below zero there is no limit.
    fn open_items(&self, limit: i64) -> Result<Vec<Attention>, StoreError> {
        let connection = self.connection()?;
        let mut statement = connection.prepare_cached(sql!("vault/attention/open"))?;
        let mut rows = statement.query(named_params! {":limit": limit})?;
        let mut items = Vec::new();
        while let Some(row) = rows.next()? {
            let (of, why): (String, String) = (row.get("of")?, row.get("why")?);
            let item = item(connection, row.get("subject")?, &of)?;
            let Some((subject, verdict, behind)) = item else { continue };
            let why = AttentionWhy::from_code(&why).ok_or(StoreError::Damaged)?;
            items.push(Attention {
                subject,
                why,
                since: instant(row, "since_us")?,
                verdict,
                behind,
            });
        }
        Ok(items)
    }

    /// How many items are open.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn attention_count(&self) -> Result<u32, StoreError> {
        let mut statement =
            self.connection()?.prepare_cached(sql!("vault/attention/count_open"))?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Raises an action for attention; again for the same reason changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn raise_attention(
        &mut self,
        op: OpId,
        why: AttentionWhy,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.write(|t| raise_action(t, op, why, at))
    }

    /// The case left the user's sight: the own words on it stay, as items that need attention.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mark_no_longer_yours(
        &mut self,
        case: CaseId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let pending = self.pending_of(case)?;
        let left = self.drafts_of(Some(case))?;
        self.write(|t| {
            for it in &pending {
                raise_action(t, it.action.op, AttentionWhy::NoLongerYours, at)?;
            }
            for it in &left {
                raise(t, bytes(it.draft), "draft", AttentionWhy::NoLongerYours, at)?;
            }
            Ok(())
        })
    }

    /// Settles an action's item. Its text is kept for 90 days.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn resolve_attention(
        &mut self,
        op: OpId,
        way: AttentionWay,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.write(|t| settle(t, bytes(op), way, at))
    }

    /// What was let go or answered since an instant, newest first: it can still be read.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn settled_attention(
        &self,
        since: DateTime<Utc>,
    ) -> Result<Vec<(Subject, AttentionWay, DateTime<Utc>)>, StoreError> {
        let connection = self.connection()?;
        let mut statement = connection.prepare_cached(sql!("vault/attention/settled"))?;
        let mut rows = statement.query(named_params! {":since_us": us(since)})?;
        let mut settled = Vec::new();
        while let Some(row) = rows.next()? {
            let (of, way): (String, String) = (row.get("of")?, row.get("way")?);
            let way = AttentionWay::from_code(&way).ok_or(StoreError::Damaged)?;
            if let Some((subject, _, _)) = item(connection, row.get("subject")?, &of)? {
                settled.push((subject, way, instant(row, "settled_us")?));
            }
        }
        Ok(settled)
    }
}

type Whole = (Subject, Option<Vec<u8>>, u32);

fn item(connection: &Connection, subject: [u8; 16], of: &str) -> Result<Option<Whole>, StoreError> {
    let id = Uuid::from_bytes(subject);
    if of == "draft" {
        let draft = drafts::by_id(connection, DraftId(id))?;
        return Ok(draft.map(|it| (Subject::Draft(it), None, 0)));
    }
    let Some(action) = actions::by_op(connection, OpId(id))? else { return Ok(None) };
    let verdict = connection
        .prepare_cached(sql!("vault/receipts/verdict"))?
        .query_row(named_params! {":op": subject}, |row| row.get("verdict"))
        .optional()?;
    let behind = connection.prepare_cached(sql!("vault/actions/behind"))?.query_row(
        named_params! {":case_id": action.action.case.map(bytes), ":num": action.num},
        |row| row.get(0),
    )?;
    Ok(Some((Subject::Action(Box::new(action)), verdict, behind)))
}

pub(super) fn raise_action(
    t: &Transaction<'_>,
    op: OpId,
    why: AttentionWhy,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    raise(t, bytes(op), "action", why, at)
}

fn raise(
    t: &Transaction<'_>,
    subject: [u8; 16],
    of: &str,
    why: AttentionWhy,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    t.prepare_cached(sql!("vault/attention/raise"))?.execute(named_params! {
        ":subject": subject, ":of": of, ":why": why.code(), ":since_us": us(at),
    })?;
    Ok(())
}

pub(super) fn settle(
    t: &Transaction<'_>,
    subject: [u8; 16],
    way: AttentionWay,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    t.prepare_cached(sql!("vault/attention/settle"))?
        .execute(named_params! {":subject": subject, ":way": way.code(), ":settled_us": us(at)})?;
    Ok(())
}

macro_rules! codes {
    ($name:ident { $($variant:ident = $code:literal,)* }) => {
        impl $name {
            /// As it stands in the vault.
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
            fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }
    };
}
codes!(AttentionWhy {
    Rejected = "rejected",
    Moved = "moved",
    AttachmentMissing = "attachment_missing",
    AttachmentRefused = "attachment_refused",
    SentByCopy = "sent_by_copy",
    Undeliverable = "undeliverable",
    NoLongerYours = "no_longer_yours",
});
codes!(AttentionWay {
    Confirmed = "confirmed",
    MadeApproval = "made_approval",
    AddedAsNote = "added_as_note",
    HandedToOwner = "handed_to_owner",
    Discarded = "discarded",
    Healed = "healed",
});
