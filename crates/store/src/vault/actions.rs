//! Actions: saved in one transaction, listed until they are judged.

use super::{Along, ChainHead, NewAction, SavedAction, Vault, attention, drafts};
use crate::StoreError;
use crate::sqlite::{bytes, id, json, us};
use chrono::{DateTime, Utc};
use domain::{CaseId, OpId, StoreId};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Transaction, named_params};

impl Vault {
    /// Where the chain ends; the next action is signed onto it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn chain(&self) -> Result<ChainHead, StoreError> {
        let store = self.store_id()?.ok_or(StoreError::Damaged)?;
        head(self.connection()?, store)
    }

    /// Saves an action, and what goes along with it, in one transaction. When this returns, it is
    /// what the screen calls *saved*.
    ///
    /// # Errors
    /// [`StoreError::ChainMoved`] when it does not follow the chain's head, [`StoreError::Full`],
    /// [`StoreError::Stopped`]. None of them leaves a trace.
    pub fn save_action(&mut self, action: &NewAction, along: Along) -> Result<(), StoreError> {
        let store = self.store_id()?.ok_or(StoreError::Damaged)?;
        self.write(|t| {
            let head = head(t, store)?;
            if (head.next_dev_seq, head.prev_hash) != (action.dev_seq, action.prev_hash) {
                return Err(StoreError::ChainMoved { next: head.next_dev_seq });
            }
            insert(t, store, action)?;
            if let Some(draft) = along.closes_draft {
                drafts::close(t, draft, action.claimed_at)?;
            }
            if let Some(op) = along.cancels {
                cancel(t, op)?;
            }
            if let Some((op, way)) = along.answers {
                attention::settle(t, bytes(op), way, action.claimed_at)?;
            }
            Ok(())
        })
    }

    /// All actions without a verdict, in the order of the chain.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pending(&self) -> Result<Vec<SavedAction>, StoreError> {
        self.list(sql!("vault/actions/unjudged"), named_params! {":limit": -1})
    }

    /// The first of them that need nobody's attention, at most `limit`: an action stands in one list.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn waiting_first(&self, limit: u32) -> Result<Vec<SavedAction>, StoreError> {
        self.list(sql!("vault/actions/waiting"), named_params! {":limit": limit})
    }

    /// How many actions without a verdict need nobody's attention.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn waiting_count(&self) -> Result<u32, StoreError> {
        let mut statement =
            self.connection()?.prepare_cached(sql!("vault/actions/count_waiting"))?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// At most `limit` actions without a verdict from a number of this store's chain on: what a push
    /// may carry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pending_from(&self, dev_seq: u64, limit: u32) -> Result<Vec<SavedAction>, StoreError> {
        let store = self.store_id()?.ok_or(StoreError::Damaged)?;
        let from = i64::try_from(dev_seq).unwrap_or(i64::MAX);
        self.list(
            sql!("vault/actions/unjudged_from"),
            named_params! {":store": bytes(store), ":dev_seq": from, ":limit": limit},
        )
    }

    /// At most `limit` actions that the platform has not answered, from a number of the
    /// chain of one of the vault's names on. Held ones are not among them, however many there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn unsent_from(
        &self,
        store: StoreId,
        dev_seq: u64,
        limit: u32,
    ) -> Result<Vec<SavedAction>, StoreError> {
        let from = i64::try_from(dev_seq).unwrap_or(i64::MAX);
        self.list(
            sql!("vault/actions/unsent_from"),
            named_params! {":store": bytes(store), ":dev_seq": from, ":limit": limit},
        )
    }

    /// All actions without a verdict that name files.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pending_with_files(&self) -> Result<Vec<SavedAction>, StoreError> {
        self.list(sql!("vault/actions/unjudged_with_files"), [])
    }

    /// All actions that the platform holds because their body did not come.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn held_for_body(&self) -> Result<Vec<SavedAction>, StoreError> {
        self.list(sql!("vault/actions/held_for_body"), [])
    }

    /// How many actions were sent and have no answer at all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn unanswered_count(&self) -> Result<u32, StoreError> {
        let mut statement =
            self.connection()?.prepare_cached(sql!("vault/actions/count_unanswered"))?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Actions of one case without a verdict.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pending_of(&self, case: CaseId) -> Result<Vec<SavedAction>, StoreError> {
        let statement = sql!("vault/actions/unjudged_of_case");
        self.list(statement, named_params! {":case_id": bytes(case)})
    }

    /// The cases that have actions without a verdict.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pending_cases(&self) -> Result<Vec<CaseId>, StoreError> {
        let mut statement =
            self.connection()?.prepare_cached(sql!("vault/actions/unjudged_cases"))?;
        let cases = statement.query_map([], |row| id(row, "case_id"))?;
        Ok(cases.collect::<Result<_, _>>()?)
    }

    /// How many actions have no verdict.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pending_count(&self) -> Result<u32, StoreError> {
        let mut statement =
            self.connection()?.prepare_cached(sql!("vault/actions/count_unjudged"))?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Ids of actions without a verdict: at start all of them are asked for, which repairs a crash
    /// between any two steps of a receipt.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn unjudged_ops(&self) -> Result<Vec<OpId>, StoreError> {
        let mut statement =
            self.connection()?.prepare_cached(sql!("vault/actions/unjudged_ops"))?;
        let ops = statement.query_map([], |row| id(row, "op"))?;
        Ok(ops.collect::<Result<_, _>>()?)
    }

    /// One action, judged or not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn action(&self, op: OpId) -> Result<Option<SavedAction>, StoreError> {
        by_op(self.connection()?, op)
    }

    /// Notes that these are about to be sent; from here on they can't be cancelled on the device.
    /// Called before the request leaves, because its answer may be lost.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mark_sent(&mut self, ops: &[OpId]) -> Result<(), StoreError> {
        self.write(|t| {
            let mut statement = t.prepare_cached(sql!("vault/actions/mark_sent"))?;
            for op in ops {
                statement.execute(named_params! {":op": bytes(*op)})?;
            }
            Ok(())
        })
    }

    /// Takes an action back that was never sent. True when it had no effect yet; false when it was
    /// sent, cancelled or judged before.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mark_cancelled(&mut self, op: OpId) -> Result<bool, StoreError> {
        self.write(|t| cancel(t, op))
    }

    /// Its body can't be delivered: it goes as a stub, the chain moves on, and it needs attention.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mark_undeliverable(&mut self, op: OpId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.write(|t| {
            let marked = named_params! {":op": bytes(op)};
            t.prepare_cached(sql!("vault/actions/mark_stub"))?.execute(marked)?;
            attention::raise_action(t, op, super::AttentionWhy::Undeliverable, at)
        })
    }

    fn list(
        &self,
        statement: &'static str,
        params: impl Params,
    ) -> Result<Vec<SavedAction>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(statement)?;
        collect(&mut statement, params)
    }
}

pub(super) fn by_op(connection: &Connection, op: OpId) -> Result<Option<SavedAction>, StoreError> {
    connection
        .prepare_cached(sql!("vault/actions/by_op"))?
        .query_row(named_params! {":op": bytes(op)}, SavedAction::from_row)
        .optional()?
        .transpose()
}

fn collect(
    statement: &mut CachedStatement<'_>,
    params: impl Params,
) -> Result<Vec<SavedAction>, StoreError> {
    let mut actions = Vec::new();
    for action in statement.query_map(params, SavedAction::from_row)? {
        actions.push(action??);
    }
    Ok(actions)
}

fn head(connection: &Connection, store: StoreId) -> Result<ChainHead, StoreError> {
    let last: Option<(i64, [u8; 32])> = connection
        .prepare_cached(sql!("vault/actions/head"))?
        .query_row(named_params! {":store": bytes(store)}, |row| {
            Ok((row.get("dev_seq")?, row.get("header_hash")?))
        })
        .optional()?;
    let (last, prev_hash) = last.unwrap_or_default();
    Ok(ChainHead { store, next_dev_seq: last.unsigned_abs() + 1, prev_hash })
}

fn insert(t: &Transaction<'_>, store: StoreId, action: &NewAction) -> Result<(), StoreError> {
    t.prepare_cached(sql!("vault/actions/insert"))?.execute(named_params! {
        ":op": bytes(action.op),
        ":store": bytes(store),
        ":dev_seq": i64::try_from(action.dev_seq).unwrap_or(i64::MAX),
        ":case_id": action.case.map(bytes),
        ":kind": action.kind,
        ":only_adds": action.only_adds,
        ":actor": json("actor", &action.actor)?,
        ":claimed_us": us(action.claimed_at),
        ":header": action.header,
        ":header_hash": blake3::hash(&action.header).as_bytes(),
        ":body": action.body,
        ":signature": action.signature,
        ":attachments": json("attachments", &action.attachments)?,
    })?;
    Ok(())
}

/// Moves an unsent action to another chain, signed anew.
pub(super) fn move_to(
    t: &Transaction<'_>,
    store: StoreId,
    action: &NewAction,
) -> Result<(), StoreError> {
    t.prepare_cached(sql!("vault/actions/move_to_store"))?.execute(named_params! {
        ":op": bytes(action.op),
        ":store": bytes(store),
        ":dev_seq": i64::try_from(action.dev_seq).unwrap_or(i64::MAX),
        ":header": action.header,
        ":header_hash": blake3::hash(&action.header).as_bytes(),
        ":signature": action.signature,
    })?;
    Ok(())
}

/// Keeps an action that the platform has already.
pub(super) fn insert_sent(
    t: &Transaction<'_>,
    store: StoreId,
    action: &NewAction,
) -> Result<(), StoreError> {
    insert(t, store, action)?;
    t.prepare_cached(sql!("vault/actions/mark_sent"))?
        .execute(named_params! {":op": bytes(action.op)})?;
    Ok(())
}

fn cancel(t: &Transaction<'_>, op: OpId) -> Result<bool, StoreError> {
    let mut statement = t.prepare_cached(sql!("vault/actions/mark_cancelled"))?;
    Ok(statement.execute(named_params! {":op": bytes(op)})? == 1)
}
