//! The file of wraps. Slot 3, for the agency's recovery key, exists from the first version.

use super::wrap::Wrap;
use super::{Cost, Keys};
use crate::StoreError;
use chrono::{DateTime, Utc};
use domain::{AgencyId, StaffId};
use serde::{Deserialize, Serialize};
use std::path::Path;

const VERSION: u16 = 1;

/// `keys.json`: the keys, sealed in up to three ways. Losing the keyring or the network closes one
/// way each; nothing is ever wiped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFile {
    version: u16,
    agency: AgencyId,
    staff: StaffId,
    wrap1: Option<Wrap>,
    wrap1_kind: OfflineWrap,
    wrap2: Option<Wrap>,
    wrap3: Option<serde_json::Value>,
}

/// Whether the password opens the store without the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfflineWrap {
    /// Password and the keyring's secret.
    WithKeyring,
    /// Password alone, as the user accepted; stronger Argon2id.
    PasswordOnly,
    /// There is no keyring and the user has not accepted the password alone.
    Off,
}

/// Keys, and what opened them.
#[derive(Debug, PartialEq, Eq)]
pub struct Opened {
    /// All that the password protects.
    pub keys: Keys,
    /// By which way.
    pub by: OpenedBy,
}

/// The way by which keys were opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedBy {
    /// Wrap 1: this computer alone.
    Offline,
    /// Wrap 2: the platform's share.
    Share,
}

/// Why the keys stay closed. Nothing is lost by any of these.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The password is wrong, or the secret beside it is another one.
    #[error("wrong password")]
    WrongPassword,
    /// Wrap 1 needs the keyring's secret; none was given, and no share of the platform either.
    #[error("the keyring's secret is missing")]
    KeyringMissing,
    /// Only an online sign-in opens this store: its share was not given.
    #[error("the platform's share is missing")]
    ShareMissing,
    /// Too many failures; try again then.
    #[error("too many failures; wait until {not_before}")]
    SlowDown {
        /// When the next try counts.
        not_before: DateTime<Utc>,
    },
    /// Nobody is enrolled here yet.
    #[error("there is no key file")]
    NotEnrolled,
    /// The key file can't be read, or a newer program wrote it.
    #[error("the key file")]
    Store(#[from] StoreError),
}

/// What a wrap is made with.
#[derive(Clone, Copy, Debug)]
pub struct Secrets<'a> {
    /// As typed.
    pub password: &'a str,
    /// From the system's keyring, when there is one.
    pub keyring: Option<&'a [u8; 32]>,
    /// From the platform, after an online sign-in.
    pub share: Option<&'a [u8; 32]>,
    /// The user accepted that the password alone opens this computer, when there is no keyring.
    pub password_alone: Accepted,
    /// Argon2id beside a second secret; [`Cost::USUAL`] in the product.
    pub cost: Cost,
    /// Argon2id for the password alone; [`Cost::PASSWORD_ALONE`] in the product.
    pub cost_alone: Cost,
}

/// Whether the user accepted a weaker way, said in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    /// They did.
    Yes,
    /// They did not, or were not asked.
    No,
}

impl KeyFile {
    /// Wraps keys in every way that the secrets allow.
    ///
    /// # Errors
    /// [`StoreError::Random`] without randomness or with a cost that Argon2 refuses.
    pub fn create(
        agency: AgencyId,
        staff: StaffId,
        keys: &Keys,
        secrets: &Secrets<'_>,
    ) -> Result<Self, StoreError> {
        let mut file = Self {
            version: VERSION,
            agency,
            staff,
            wrap1: None,
            wrap1_kind: OfflineWrap::Off,
            wrap2: None,
            wrap3: None,
        };
        file.rewrap(keys, secrets)?;
        Ok(file)
    }

    /// Makes the wraps anew: a new password, a keyring that came or went. A way whose secret is not
    /// at hand is closed, because its wrap would still open with the old password.
    ///
    /// # Errors
    /// As [`Self::create`].
    pub fn rewrap(&mut self, keys: &Keys, secrets: &Secrets<'_>) -> Result<(), StoreError> {
        let plain = keys.to_bytes();
        let close = |slot: u8, beside: Option<&[u8; 32]>, cost: Cost| {
            Wrap::close(&self.purpose(slot), secrets.password, beside, cost, &plain)
        };
        let (kind, wrap1) = match (secrets.keyring, secrets.password_alone) {
            (Some(secret), _) => {
                (OfflineWrap::WithKeyring, Some(close(1, Some(secret), secrets.cost)?))
            }
            (None, Accepted::Yes) => {
                (OfflineWrap::PasswordOnly, Some(close(1, None, secrets.cost_alone)?))
            }
            (None, Accepted::No) => (OfflineWrap::Off, None),
        };
        let wrap2 = secrets.share.map(|share| close(2, Some(share), secrets.cost)).transpose()?;
        (self.wrap1_kind, self.wrap1, self.wrap2) = (kind, wrap1, wrap2);
        Ok(())
    }

    /// Opens the keys with the password and whatever else is at hand, wrap 1 before wrap 2.
    ///
    /// # Errors
    /// [`UnlockError::KeyringMissing`] or [`UnlockError::ShareMissing`] when no way could even be
    /// tried, [`UnlockError::WrongPassword`] when those tried did not open.
    pub fn unlock(
        &self,
        password: &str,
        keyring: Option<&[u8; 32]>,
        share: Option<&[u8; 32]>,
    ) -> Result<Opened, UnlockError> {
        let first = match self.wrap1_kind {
            OfflineWrap::WithKeyring => keyring.map(Some),
            OfflineWrap::PasswordOnly => Some(None),
            OfflineWrap::Off => None,
        };
        let first = self.wrap1.as_ref().zip(first);
        let second = self.wrap2.as_ref().zip(share.map(Some));
        if first.is_none() && second.is_none() {
            return Err(self.no_way());
        }
        let open = |slot: u8, way: Option<(&Wrap, Option<&[u8; 32]>)>| {
            let (wrap, beside) = way?;
            Keys::from_bytes(&wrap.open(&self.purpose(slot), password, beside)?)
        };
        let opened = |slot, way, by| open(slot, way).map(|keys| Opened { keys, by });
        opened(1, first, OpenedBy::Offline)
            .or_else(|| opened(2, second, OpenedBy::Share))
            .ok_or(UnlockError::WrongPassword)
    }

    /// Whether the password opens the store without the network.
    #[must_use]
    pub fn offline(&self) -> OfflineWrap {
        self.wrap1_kind
    }

    /// Whose keys they are.
    #[must_use]
    pub fn owner(&self) -> (&AgencyId, &StaffId) {
        (&self.agency, &self.staff)
    }

    /// Reads the file; none when nobody is enrolled.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a file of a newer program, [`StoreError::Json`] for a broken one.
    pub fn read(path: &Path) -> Result<Option<Self>, StoreError> {
        let Some(text) = crate::profile::read_if_there(path)? else { return Ok(None) };
        let version: Versioned = crate::sqlite::parse("key file", &text)?;
        if version.version > VERSION {
            return Err(StoreError::Newer { found: i64::from(version.version) });
        }
        crate::sqlite::parse("key file", &text).map(Some)
    }

    /// Writes the file whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Io`].
    pub fn write(&self, path: &Path) -> Result<(), StoreError> {
        let text = crate::sqlite::json("key file", self)?;
        crate::files::write_whole(path, text.as_bytes())
    }

    fn no_way(&self) -> UnlockError {
        match self.wrap1_kind {
            OfflineWrap::WithKeyring => UnlockError::KeyringMissing,
            OfflineWrap::PasswordOnly | OfflineWrap::Off => UnlockError::ShareMissing,
        }
    }

    /// Binds a wrap to its owner and slot, so that none can be put in another's place.
    fn purpose(&self, slot: u8) -> String {
        format!("rida keys {VERSION} wrap {slot} {} {}", self.agency, self.staff)
    }
}

#[derive(Deserialize)]
struct Versioned {
    version: u16,
}
