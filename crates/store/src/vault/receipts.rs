//! What the platform said of an action: kept once, for ever the same.

use super::{AttentionWay, AttentionWhy, Vault, actions, attention};
use crate::StoreError;
use crate::sqlite::{bytes, us};
use chrono::{DateTime, Utc};
use domain::{OpId, StoreId};
use rusqlite::{OptionalExtension, Transaction, named_params};

/// The platform's word, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Of which action.
    pub op: OpId,
    /// The header it speaks of; of other bytes it says nothing.
    pub header_hash: [u8; 32],
    /// A verdict, or why there is none.
    pub state: ReceiptState,
}

/// A verdict, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptState {
    /// Final.
    Judged {
        /// What became of it.
        judged: Judged,
        /// The verdict's exact bytes.
        verdict: Vec<u8>,
        /// The platform's signature over them.
        signature: Vec<u8>,
    },
    /// The platform has it and waits.
    Held {
        /// For what (JSON).
        why: String,
    },
}

/// The three verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It happened.
    Accepted,
    /// It did not.
    Rejected,
    /// The case had moved.
    NeedsConfirmation,
}

/// What recording a receipt came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// It was news.
    New,
    /// It was known, with the same outcome.
    Known,
    /// There is no such action, or its bytes are others: nothing was recorded.
    NotOurs,
    /// Another verdict is recorded already: verdicts are final, so the platform is at fault. Nothing
    /// was changed.
    Contradicts,
}

impl Vault {
    /// Records a receipt. Repeating it changes nothing; a rejection or a case that moved needs
    /// attention from here on; a verdict of any kind settles what was raised while it was pending.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn record_receipt(
        &mut self,
        receipt: &Receipt,
        at: DateTime<Utc>,
    ) -> Result<Noted, StoreError> {
        self.write(|t| record(t, receipt, at))
    }

    /// Records the receipts of one answer in one transaction.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn record_receipts(
        &mut self,
        receipts: &[Receipt],
        at: DateTime<Utc>,
    ) -> Result<Vec<Noted>, StoreError> {
        self.write(|t| receipts.iter().map(|it| record(t, it, at)).collect())
    }

    /// The platform went back to before a number of this store's chain, as after a restore: what was
    /// said of the actions from there on is void, and they wait to be sent again under the same ids.
    /// Answers how many. Repeating it changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn offer_again(&mut self, store: StoreId, dev_seq: u64) -> Result<usize, StoreError> {
        let store = bytes(store);
        let from = i64::try_from(dev_seq).unwrap_or(i64::MAX);
        self.write(|t| {
            let of = named_params! {":store": store, ":dev_seq": from};
            t.prepare_cached(sql!("vault/attention/delete_from"))?.execute(of)?;
            t.prepare_cached(sql!("vault/receipts/delete_from"))?.execute(of)?;
            Ok(t.prepare_cached(sql!("vault/actions/offer_again"))?.execute(of)?)
        })
    }

    /// The verdict's exact bytes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn verdict(&self, op: OpId) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(sql!("vault/receipts/verdict"))?;
        Ok(statement
            .query_row(named_params! {":op": bytes(op)}, |row| row.get("verdict"))
            .optional()?)
    }
}

fn record(t: &Transaction<'_>, receipt: &Receipt, at: DateTime<Utc>) -> Result<Noted, StoreError> {
    let Some(action) = actions::by_op(t, receipt.op)? else { return Ok(Noted::NotOurs) };
    if action.header_hash != receipt.header_hash {
        return Ok(Noted::NotOurs);
    }
    match &receipt.state {
        ReceiptState::Held { .. } if !action.standing.is_pending() => Ok(Noted::Known),
        ReceiptState::Held { why } => hold(t, receipt.op, why),
        ReceiptState::Judged { verdict, .. } if !action.standing.is_pending() => {
            compare(t, receipt.op, verdict)
        }
        ReceiptState::Judged { judged, verdict, signature } => {
            t.prepare_cached(sql!("vault/receipts/insert"))?.execute(named_params! {
                ":op": bytes(receipt.op),
                ":verdict": verdict,
                ":signature": signature,
                ":received_us": us(at),
            })?;
            judge(t, receipt.op, *judged, at)
        }
    }
}

fn hold(t: &Transaction<'_>, op: OpId, why: &str) -> Result<Noted, StoreError> {
    t.prepare_cached(sql!("vault/actions/mark_held"))?
        .execute(named_params! {":op": bytes(op), ":why": why})?;
    Ok(Noted::New)
}

fn compare(t: &Transaction<'_>, op: OpId, verdict: &[u8]) -> Result<Noted, StoreError> {
    let known: Option<Vec<u8>> = t
        .prepare_cached(sql!("vault/receipts/verdict"))?
        .query_row(named_params! {":op": bytes(op)}, |row| row.get("verdict"))
        .optional()?;
    Ok(if known.as_deref() == Some(verdict) { Noted::Known } else { Noted::Contradicts })
}

fn judge(
    t: &Transaction<'_>,
    op: OpId,
    judged: Judged,
    at: DateTime<Utc>,
) -> Result<Noted, StoreError> {
    let (standing, why) = match judged {
        Judged::Accepted => ("accepted", None),
        Judged::Rejected => ("rejected", Some(AttentionWhy::Rejected)),
        Judged::NeedsConfirmation => ("needs_confirmation", Some(AttentionWhy::Moved)),
    };
    t.prepare_cached(sql!("vault/actions/mark_judged"))?
        .execute(named_params! {":op": bytes(op), ":standing": standing, ":judged_us": us(at)})?;
    match why {
        Some(why) => attention::raise_action(t, op, why, at)?,
        None => attention::settle(t, bytes(op), AttentionWay::Healed, at)?,
    }
    Ok(Noted::New)
}
