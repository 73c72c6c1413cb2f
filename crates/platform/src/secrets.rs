//! The platform's own keys: one signs verdicts, the other keys every stored hash.
//!
//! They lie in a file beside the database, never in it: who steals a copy of the database can't try
//! out codes on it, nor sign a verdict.

use crate::Error;
use crate::surroundings::{Random, bytes};
use domain::{AgencyId, DeviceId, StaffId};
use ed25519_dalek::SigningKey;
use protocol::Hash;
use std::io::Write;
use std::path::{Path, PathBuf};

const KEYS_FILE: &str = "platform.keys";
const KEY_BYTES: usize = 32;

/// What a keyed hash is of; a hash of one purpose never equals one of another.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    Access,
    Refresh,
    Challenge,
    Enrolment,
    FollowCode,
    DecisionWord,
    PageSession,
    PageDoor,
    PageCase,
    PageForm,
    Share,
    Check,
    ScheduledAction,
    ImportedCase,
    ImportedPerson,
    ImportedAction,
    ImportedReference,
    PullCursor,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Refresh => "refresh",
            Self::Challenge => "challenge",
            Self::Enrolment => "enrolment",
            Self::FollowCode => "follow code",
            Self::DecisionWord => "decision word",
            Self::PageSession => "page session",
            Self::PageDoor => "page door",
            Self::PageCase => "page case",
            Self::PageForm => "page form",
            Self::Share => "share",
            Self::Check => "check",
            Self::ScheduledAction => "scheduled action",
            Self::ImportedCase => "imported case",
            Self::ImportedPerson => "imported person",
            Self::ImportedAction => "imported action",
            Self::ImportedReference => "imported reference",
            Self::PullCursor => "pull cursor",
        }
    }
}

/// The keys of one platform.
pub(crate) struct Secrets {
    hash_key: [u8; KEY_BYTES],
    signing: SigningKey,
}

impl Secrets {
    /// Reads the keys, or makes them when there are none. `known` is the mark that the database keeps
    /// of its keys; keys that do not fit it are refused.
    pub(crate) fn open(dir: &Path, known: Option<&[u8]>, random: &Random) -> Result<Self, Error> {
        let path = dir.join(KEYS_FILE);
        let found = match std::fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(source) => return Err(Error::File { path, source }),
        };
        let raw = match (found, known) {
            (Some(raw), _) => raw,
            (None, None) => write_new(&path, random)?,
            (None, Some(_)) => return Err(Error::Keys { path }),
        };
        let secrets = Self::from_raw(&raw).ok_or(Error::Keys { path: path.clone() })?;
        if known.is_some_and(|mark| mark != secrets.mark().0) {
            return Err(Error::Keys { path });
        }
        Ok(secrets)
    }

    fn from_raw(raw: &[u8]) -> Option<Self> {
        let (hash_key, seed) = raw.split_at_checked(KEY_BYTES)?;
        Some(Self {
            hash_key: hash_key.try_into().ok()?,
            signing: SigningKey::from_bytes(seed.try_into().ok()?),
        })
    }

    /// By which the database knows its keys again.
    pub(crate) fn mark(&self) -> Hash {
        self.hash(Purpose::Check, &[])
    }

    /// Signs verdicts.
    pub(crate) fn signing(&self) -> &SigningKey {
        &self.signing
    }

    /// A keyed hash of some parts, each bounded, so that no two lists of parts run together.
    pub(crate) fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> Hash {
        let mut hasher = blake3::Hasher::new_keyed(&self.hash_key);
        for part in std::iter::once(&purpose.word().as_bytes()).chain(parts) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Hash(*hasher.finalize().as_bytes())
    }

    /// The platform's share of a device's second wrap: the same at each sign-in.
    pub(crate) fn share(&self, agency: &AgencyId, staff: &StaffId, device: DeviceId) -> Hash {
        let parts = [agency.as_str().as_bytes(), staff.as_str().as_bytes(), device.0.as_bytes()];
        self.hash(Purpose::Share, &parts)
    }
}

/// Makes the file that only its owner may read, synced before anything relies on it.
fn write_new(path: &PathBuf, random: &Random) -> Result<Vec<u8>, Error> {
    let raw = bytes::<{ 2 * KEY_BYTES }>(random)?.to_vec();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        let mut file = options.open(path)?;
        file.write_all(&raw)?;
        file.sync_all()
    };
    write().map_err(|source| Error::File { path: path.clone(), source })?;
    Ok(raw)
}
