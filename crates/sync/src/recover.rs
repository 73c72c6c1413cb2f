//! A vault that the platform does not recognise: it was restored from an older copy, or a copy of it
//! works elsewhere. The platform's chain under its name holds actions that it does not know.
//!
//! It takes in what it does not hold, takes another name, and signs what is unsent anew onto a chain of
//! its own. Nothing is dropped: what a copy sent meanwhile is shown to the user.

use crate::receipts::receipts_of;
use crate::{Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::{Action, OpId, StoreId};
use ed25519_dalek::{Signer, SigningKey};
use protocol::{Exact, Hash, Header, OwnActionsRequest, Platform, PlatformError, SignedAction};
use std::collections::{BTreeMap, BTreeSet};
use store::{NewAction, Recovered, SavedAction, StoreError, fresh_store_id};

/// Unsent actions that are read at once: all of them.
const ALL: u32 = u32::MAX;

/// Recovers the vault whose current name is `store`; true when it goes on under another name, false
/// when the platform has nothing that the vault does not know.
pub(crate) async fn recover(
    stores: &impl Stores,
    platform: &impl Platform,
    store: StoreId,
    now: DateTime<Utc>,
) -> Result<bool, SyncError> {
    let unsent = stores.with(|open| open.vault.unsent_from(store, 0, ALL))?;
    let Some(first) = unsent.first().map(|it| it.action.dev_seq) else { return Ok(false) };
    let theirs = own_actions(stores, platform, store, first.saturating_sub(1)).await?;
    let known = known(platform, &unsent).await?;
    stores.with(|open| {
        let mut missing = Vec::new();
        for action in theirs {
            if open.vault.action(action.op)?.is_none() {
                missing.push(action);
            }
        }
        let is_ours = |it: &&SavedAction| known.get(&it.action.op) == Some(&Hash(it.header_hash));
        // What the platform has as it stands here only waits for its receipt.
        let answered: BTreeSet<OpId> =
            unsent.iter().filter(is_ours).map(|it| it.action.op).collect();
        let (copied, left): (Vec<_>, Vec<_>) = unsent
            .iter()
            .filter(|it| !answered.contains(&it.action.op))
            .partition(|it| known.contains_key(&it.action.op));
        if missing.is_empty() && copied.is_empty() && left.is_empty() {
            return Ok(false);
        }
        let fresh = fresh_store_id(now)?;
        let rechained = rechained(&left, fresh, open.device_key)?;
        let sent_by_copy: Vec<OpId> = copied.iter().map(|it| it.action.op).collect();
        tracing::warn!(
            missing = missing.len(),
            resent = rechained.len(),
            copied = sent_by_copy.len(),
            "the platform knows another history of this vault: it goes on under another name"
        );
        open.vault.recover(&Recovered {
            store: fresh,
            missing: &missing,
            rechained: &rechained,
            sent_by_copy: &sent_by_copy,
            at: now,
        })?;
        Ok(true)
    })
}

/// What the platform has of the chain behind a number, checked by the device's own signature.
async fn own_actions(
    stores: &impl Stores,
    platform: &impl Platform,
    store: StoreId,
    after: u64,
) -> Result<Vec<NewAction>, SyncError> {
    let key = stores.with(|open| Ok(open.device_key.verifying_key()))?;
    let mut found = Vec::new();
    let mut after = after;
    loop {
        let answer = platform.own_actions(&OwnActionsRequest { store, after }).await?;
        let mut last = after;
        for signed in answer.actions {
            let header = signed.header().map_err(|_| PlatformError::Nonsense)?;
            let ours =
                header.store == store && header.dev_seq > last && signed.verify(&key).is_ok();
            if !ours {
                return Err(PlatformError::Nonsense.into());
            }
            last = header.dev_seq;
            found.extend(new_action(signed, header));
        }
        if !answer.more {
            return Ok(found);
        }
        if last == after {
            return Err(PlatformError::Nonsense.into());
        }
        after = last;
    }
}

/// As the vault keeps it; none for an action whose body never came, which holds no words to keep.
fn new_action(signed: SignedAction, header: Header) -> Option<NewAction> {
    let body = signed.body.as_ref()?.0.clone();
    let only_adds = serde_json::from_slice::<Action>(&body).is_ok_and(|it| it.only_adds());
    Some(NewAction {
        op: header.op,
        dev_seq: header.dev_seq,
        prev_hash: header.prev.0,
        case: header.case,
        kind: header.kind,
        only_adds,
        actor: header.actor,
        claimed_at: header.claimed_at,
        header: signed.header.0,
        body,
        signature: signed.signature.0,
        attachments: header.attachments,
    })
}

/// Which of the actions the platform has, and the hash of each header there.
async fn known(
    platform: &impl Platform,
    unsent: &[SavedAction],
) -> Result<BTreeMap<OpId, Hash>, SyncError> {
    let ops: Vec<OpId> = unsent.iter().map(|it| it.action.op).collect();
    let receipts = receipts_of(platform, ops).await?;
    Ok(receipts.into_iter().map(|it| (it.op, it.header_hash)).collect())
}

/// The same actions, signed onto a new chain from its beginning.
fn rechained(
    left: &[&SavedAction],
    store: StoreId,
    key: &SigningKey,
) -> Result<Vec<NewAction>, StoreError> {
    let mut prev = Hash::ZERO;
    let mut rechained = Vec::with_capacity(left.len());
    for (dev_seq, saved) in (1..).zip(left) {
        let header: Header =
            serde_json::from_slice(&saved.action.header).map_err(|_| StoreError::Damaged)?;
        let header = Header { store, dev_seq, prev, ..header };
        let header = serde_json::to_vec(&header).map_err(|_| StoreError::Damaged)?;
        let signature = key.sign(&header).to_bytes().to_vec();
        let prev_hash = std::mem::replace(&mut prev, Hash::of(&Exact(header.clone()).0));
        rechained.push(NewAction {
            dev_seq,
            prev_hash: prev_hash.0,
            header,
            signature,
            ..saved.action.clone()
        });
    }
    Ok(rechained)
}
