//! Settings, and what a sign-in left behind.

use super::Vault;
use crate::StoreError;
use crate::sqlite::{json, parse};
use chrono::{DateTime, TimeDelta, Utc};
use domain::DeviceId;
use rusqlite::{OptionalExtension, named_params};
use serde::{Deserialize, Serialize};

/// What a sign-in left behind. Signing out clears the tokens and keeps the rest.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The enrolled device.
    pub device: DeviceId,
    /// Good for some minutes.
    pub access: Option<String>,
    /// Good once.
    pub refresh: Option<String>,
    /// The platform's share of wrap 2, to wrap the keys anew.
    pub share: Option<[u8; 32]>,
    /// The platform's public key, to check verdicts.
    pub platform_key: [u8; 32],
    /// Until when this device may decide offline.
    pub lease_until: DateTime<Utc>,
    /// The last answer of the platform.
    pub last_contact: Option<DateTime<Utc>>,
    /// Device's clock minus the platform's at that answer, seconds.
    pub clock_off_seconds: i64,
}

/// A smaller difference of the clocks is the time that an answer takes, not a wrong clock.
const CLOCK_WRONG_SECONDS: u64 = 30;

impl Session {
    /// What the platform's clock shows when this device's shows `now`, as far as the last answer tells:
    /// leases, daily limits and deadlines are by that clock. Never before that answer, so that a clock
    /// that is put back gains nothing.
    #[must_use]
    pub fn platform_time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let is_wrong = self.clock_off_seconds.unsigned_abs() >= CLOCK_WRONG_SECONDS;
        let off = TimeDelta::try_seconds(self.clock_off_seconds).filter(|_| is_wrong);
        let there = off.map_or(now, |off| now.checked_sub_signed(off).unwrap_or(now));
        self.last_contact.map_or(there, |at| at.max(there))
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("device", &self.device).finish_non_exhaustive()
    }
}

impl Vault {
    /// What the last sign-in left behind; none before the first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn session(&self) -> Result<Option<Session>, StoreError> {
        let text: Option<String> = self
            .connection()?
            .prepare_cached(sql!("vault/session/get"))?
            .query_row([], |row| row.get("session"))
            .optional()?;
        text.map(|it| parse("session", &it)).transpose()
    }

    /// Replaces it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_session(&mut self, session: &Session) -> Result<(), StoreError> {
        let text = json("session", session)?;
        self.write(|t| {
            t.prepare_cached(sql!("vault/session/put"))?
                .execute(named_params! {":session": text})?;
            Ok(())
        })
    }

    /// A setting of the user; the desk knows its form.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(sql!("vault/settings/get"))?;
        Ok(statement.query_row(named_params! {":name": name}, |row| row.get("value")).optional()?)
    }

    /// Changes a setting.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_setting(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        self.write(|t| {
            t.prepare_cached(sql!("vault/settings/put"))?
                .execute(named_params! {":name": name, ":value": value})?;
            Ok(())
        })
    }
}
