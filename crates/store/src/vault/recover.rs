//! A vault that was restored from an older copy, or shares its name with a copy: it takes in what the
//! platform has of its chain, and goes on under another name with a chain of its own.

use super::{AttentionWhy, NewAction, Vault, actions, attention};
use crate::sqlite::{bytes, id, json, parse, us};
use crate::{StoreError, sealed};
use chrono::{DateTime, Utc};
use domain::{OpId, StoreId};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use uuid::Builder;

/// The setting that tells the user what happened.
const RECOVERY: &str = "recovery";

/// What a recovery did, until the user has read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recovery {
    /// When.
    pub at: DateTime<Utc>,
    /// Own actions that only the platform had.
    pub recovered: u32,
    /// Unsent actions that go on under the new name.
    pub resent: u32,
}

/// A new name for a vault: a UUID of version 7.
///
/// # Errors
/// [`StoreError`] when the system gives no random bytes.
pub fn fresh_store_id(at: DateTime<Utc>) -> Result<StoreId, StoreError> {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Ok(StoreId(Builder::from_unix_timestamp_millis(millis, &sealed::random()?).into_uuid()))
}

/// What a vault goes on with.
pub struct Recovered<'a> {
    /// The new name of the vault.
    pub store: StoreId,
    /// Actions of the old chain that only the platform had.
    pub missing: &'a [NewAction],
    /// Unsent actions, signed anew onto the new chain from its beginning.
    pub rechained: &'a [NewAction],
    /// Unsent actions that a copy sent meanwhile.
    pub sent_by_copy: &'a [OpId],
    /// When.
    pub at: DateTime<Utc>,
}

impl Vault {
    /// Every name this vault ever had, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn stores(&self) -> Result<Vec<StoreId>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(sql!("vault/store/all"))?;
        let stores = statement.query_map([], |row| id(row, "store"))?;
        Ok(stores.collect::<Result<_, _>>()?)
    }

    /// Takes in what was missing and moves what is unsent to a new chain, in one transaction.
    ///
    /// # Errors
    /// [`StoreError`]. It leaves no trace.
    pub fn recover(&mut self, recovered: &Recovered<'_>) -> Result<(), StoreError> {
        let old = self.store_id()?.ok_or(StoreError::Damaged)?;
        let note = Recovery {
            at: recovered.at,
            recovered: u32::try_from(recovered.missing.len()).unwrap_or(u32::MAX),
            resent: u32::try_from(recovered.rechained.len()).unwrap_or(u32::MAX),
        };
        self.write(|t| {
            t.prepare_cached(sql!("vault/store/insert"))?
                .execute(named_params! {":store": bytes(recovered.store)})?;
            for action in recovered.rechained {
                actions::move_to(t, recovered.store, action)?;
            }
            for op in recovered.sent_by_copy {
                t.prepare_cached(sql!("vault/actions/mark_copied"))?
                    .execute(named_params! {":op": bytes(*op), ":judged_us": us(recovered.at)})?;
                attention::raise_action(t, *op, AttentionWhy::SentByCopy, recovered.at)?;
            }
            for action in recovered.missing {
                actions::insert_sent(t, old, action)?;
            }
            t.prepare_cached(sql!("vault/settings/put"))?
                .execute(named_params! {":name": RECOVERY, ":value": json("recovery", &note)?})?;
            Ok(())
        })
    }

    /// What the last recovery did, while the user has not dismissed it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn recovery(&self) -> Result<Option<Recovery>, StoreError> {
        let text = self.setting(RECOVERY)?.filter(|it| !it.is_empty());
        text.map(|it| parse("recovery", &it)).transpose()
    }

    /// The user has read what happened.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn dismiss_recovery(&mut self) -> Result<(), StoreError> {
        self.put_setting(RECOVERY, "")
    }
}
