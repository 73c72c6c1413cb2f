//! One user on one computer: a folder of its own, held by one window at a time.

use crate::{Attempts, KeyFile, OfflineWrap, Opened, StoreError, UnlockError, files, hex, sqlite};
use chrono::{DateTime, Utc};
use domain::book::Labels;
use domain::{AgencyId, DeviceId, StaffId};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The folder of one user. While it lives, no other window holds the same root.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
    agency: AgencyId,
    staff: StaffId,
    // Released by the system when it is dropped, also when the program is killed.
    _lock: File,
}

/// What the sign-in screen may show of an enrolled user before anything is unlocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Which agency.
    pub agency: AgencyId,
    /// Which staff code.
    pub staff: StaffId,
    /// Their name, when the book is known.
    #[serde(default)]
    pub name: Option<Labels>,
    /// The agency's name, when it is known.
    #[serde(default)]
    pub agency_name: Option<Labels>,
    /// The platform's address.
    pub platform: String,
    /// The enrolled device: an online sign-in names it before the vault is open.
    #[serde(default)]
    pub device: Option<DeviceId>,
    /// Its public key.
    #[serde(default)]
    pub device_key: Option<Vec<u8>>,
}

/// An enrolled user of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolled {
    /// What may be shown.
    pub card: Card,
    /// Whether the password opens the store without the network.
    pub offline: OfflineWrap,
}

impl Profile {
    /// Takes the root and opens the user's folder in it, making it if need be.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while another window holds the root, [`StoreError::Io`].
    pub fn open(root: &Path, agency: &AgencyId, staff: &StaffId) -> Result<Self, StoreError> {
        private_files::create_folder(root)?;
        let lock = lock(root)?;
        private_files::restrict(root)?;
        let folder = folder_of(root, agency, staff);
        private_files::create_folder(&folder)?;
        Ok(Self { folder, agency: agency.clone(), staff: staff.clone(), _lock: lock })
    }

    /// Whose it is.
    #[must_use]
    pub fn owner(&self) -> (&AgencyId, &StaffId) {
        (&self.agency, &self.staff)
    }

    /// The vault's file.
    #[must_use]
    pub fn vault_path(&self) -> PathBuf {
        self.folder.join("vault.db")
    }

    /// The cache's file.
    #[must_use]
    pub fn cache_path(&self) -> PathBuf {
        self.folder.join("cache.db")
    }

    /// The folder of sealed attachments.
    #[must_use]
    pub fn files_path(&self) -> PathBuf {
        self.folder.join("files")
    }

    /// The wraps; none before enrolment.
    ///
    /// # Errors
    /// As [`KeyFile::read`].
    pub fn key_file(&self) -> Result<Option<KeyFile>, StoreError> {
        KeyFile::read(&self.folder.join("keys.json"))
    }

    /// Writes the wraps: at enrolment, and after a password or keyring changed.
    ///
    /// # Errors
    /// As [`KeyFile::write`].
    pub fn write_key_file(&self, keys: &KeyFile) -> Result<(), StoreError> {
        keys.write(&self.folder.join("keys.json"))
    }

    /// What the sign-in screen shows; none before enrolment.
    ///
    /// # Errors
    /// [`StoreError::Io`], [`StoreError::Json`].
    pub fn card(&self) -> Result<Option<Card>, StoreError> {
        let text = read_if_there(&self.folder.join("card.json"))?;
        text.map(|it| sqlite::parse("card", &it)).transpose()
    }

    /// Writes what the sign-in screen shows.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Io`].
    pub fn write_card(&self, card: &Card) -> Result<(), StoreError> {
        let text = sqlite::json("card", card)?;
        files::write_whole(&self.folder.join("card.json"), text.as_bytes())
    }

    /// Opens the keys, counting failures: after five each next one waits longer, and nothing is ever
    /// wiped. Only a wrong password counts.
    ///
    /// # Errors
    /// [`UnlockError`].
    pub fn unlock(
        &self,
        password: &str,
        keyring: Option<&[u8; 32]>,
        share: Option<&[u8; 32]>,
        now: DateTime<Utc>,
    ) -> Result<Opened, UnlockError> {
        let attempts = self.attempts()?;
        if let Some(not_before) = attempts.wait(now) {
            return Err(UnlockError::SlowDown { not_before });
        }
        let file = self.key_file()?.ok_or(UnlockError::NotEnrolled)?;
        let unlocked = file.unlock(password, keyring, share);
        match &unlocked {
            Err(UnlockError::WrongPassword) => self.write_attempts(attempts.failed_at(now))?,
            Ok(_) if attempts != Attempts::default() => self.write_attempts(Attempts::default())?,
            Ok(_) | Err(_) => {}
        }
        unlocked
    }

    /// Failures since the last success.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn attempts(&self) -> Result<Attempts, StoreError> {
        let text = read_if_there(&self.folder.join("attempts.json"))?;
        // A torn counter locks nobody out.
        Ok(text.and_then(|it| serde_json::from_str(&it).ok()).unwrap_or_default())
    }

    fn write_attempts(&self, attempts: Attempts) -> Result<(), StoreError> {
        let text = sqlite::json("attempts", &attempts)?;
        files::write_whole(&self.folder.join("attempts.json"), text.as_bytes())
    }
}

/// The users enrolled under a root, without taking it. A card that can't be read is left out: it
/// must not keep the others from signing in.
///
/// # Errors
/// [`StoreError::Io`] when the root itself can't be read.
pub fn enrolled(root: &Path) -> Result<Vec<Enrolled>, StoreError> {
    let entries = match fs::read_dir(root) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        found.extend(enrolled_in(&entry?.path()));
    }
    found.sort_by(|a, b| (&a.card.agency, &a.card.staff).cmp(&(&b.card.agency, &b.card.staff)));
    Ok(found)
}

fn enrolled_in(folder: &Path) -> Option<Enrolled> {
    let card = read_if_there(&folder.join("card.json")).ok()??;
    let offline = match KeyFile::read(&folder.join("keys.json")) {
        Ok(keys) => keys?.offline(),
        // Of a newer program, or torn: unlocking says so. Whoever is enrolled is no stranger.
        Err(_) => OfflineWrap::WithKeyring,
    };
    Some(Enrolled { card: serde_json::from_str(&card).ok()?, offline })
}

/// The text of a file; none when there is none.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<String>, StoreError> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        text => Ok(Some(text?)),
    }
}

fn lock(root: &Path) -> Result<File, StoreError> {
    let file = private_files::open_or_create(&root.join("lock"))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Codes may hold any letter; a folder's name may not.
fn folder_of(root: &Path, agency: &AgencyId, staff: &StaffId) -> PathBuf {
    root.join(format!("{}--{}", safe(agency.as_str()), safe(staff.as_str())))
}

fn safe(code: &str) -> String {
    let mut name = String::new();
    for byte in code.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'_' => name.push(char::from(byte)),
            other => name.extend(["=", &hex::encode(&[other])]),
        }
    }
    name
}
