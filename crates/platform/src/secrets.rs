//! The platform's own keys: one signs verdicts, the other keys every stored hash.
//!
//! They lie in a file beside the database, never in it: who steals a copy of the database can't try
//! out codes on it, nor sign a verdict. With a data key the file is sealed.

use crate::surroundings::{Random, bytes};
use crate::{DataKey, Error};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::{AgencyId, DeviceId, StaffId};
use ed25519_dalek::SigningKey;
use protocol::Hash;
use std::io::Write;
use std::path::Path;

const KEYS_FILE: &str = "platform.keys";
const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
/// How a sealed file begins; one without it holds the keys in clear.
const SEALED: &[u8] = b"rida sealed keys 1\n";

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
    pub(crate) fn open(
        dir: &Path,
        known: Option<&[u8]>,
        key: Option<&DataKey>,
        random: &Random,
    ) -> Result<Self, Error> {
        let path = dir.join(KEYS_FILE);
        let raw = match (read(&path)?, known) {
            (Some(stored), _) => unsealed(&path, &stored, key)?,
            (None, None) => write_new(&path, key, random)?,
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

/// Seals the keys of a platform that had no data key. Answers whether there was anything to seal.
pub(crate) fn encrypt(dir: &Path, key: &DataKey) -> Result<bool, Error> {
    let path = dir.join(KEYS_FILE);
    let Some(stored) = read(&path)? else { return Ok(false) };
    if stored.starts_with(SEALED) {
        return unsealed(&path, &stored, Some(key)).map(|_| false);
    }
    let beside = path.with_extension("keys.encrypting");
    let sealed = sealed(&stored, key, &crate::system_random())?;
    let write = || {
        private_files::write(&beside, &sealed)?;
        std::fs::File::open(&beside)?.sync_all()?;
        std::fs::rename(&beside, &path)
    };
    write().map_err(|source| Error::File { path: path.clone(), source })?;
    Ok(true)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::File { path: path.to_owned(), source }),
    }
}

fn sealed(raw: &[u8], key: &DataKey, random: &Random) -> Result<Vec<u8>, Error> {
    let nonce = bytes::<NONCE_BYTES>(random)?;
    let payload = Payload { msg: raw, aad: SEALED };
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| Error::Broken("keys that can't be sealed"))?;
    Ok([SEALED, &nonce, &sealed].concat())
}

fn unsealed(path: &Path, stored: &[u8], key: Option<&DataKey>) -> Result<Vec<u8>, Error> {
    let path = || path.to_owned();
    let Some(sealed) = stored.strip_prefix(SEALED) else { return Ok(stored.to_vec()) };
    let key = key.ok_or_else(|| Error::KeyMissing { path: path() })?;
    let wrong = || Error::KeyWrong { path: path() };
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or_else(wrong)?;
    let payload = Payload { msg: sealed, aad: SEALED };
    cipher(key).decrypt(&XNonce::from(*nonce), payload).map_err(|_| wrong())
}

fn cipher(key: &DataKey) -> XChaCha20Poly1305 {
    let key: &[u8; KEY_BYTES] = &key.derive("rida 2026 platform sealed keys");
    XChaCha20Poly1305::new(key.into())
}

/// Makes the file that only its owner may read, synced before anything relies on it.
fn write_new(path: &Path, key: Option<&DataKey>, random: &Random) -> Result<Vec<u8>, Error> {
    let raw = bytes::<{ 2 * KEY_BYTES }>(random)?.to_vec();
    let stored = match key {
        Some(key) => sealed(&raw, key, random)?,
        None => raw.clone(),
    };
    let write = || {
        let mut file = private_files::create_new(path)?;
        file.write_all(&stored)?;
        file.sync_all()
    };
    write().map_err(|source| Error::File { path: path.to_owned(), source })?;
    Ok(raw)
}
