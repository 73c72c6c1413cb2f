//! Raw random keys, and the file that wraps them (`sync.md`, Sign-in and keys).

mod attempts;
mod file;
mod wrap;

pub use attempts::{ATTEMPTS_FREE, Attempts};
pub use file::{Accepted, KeyFile, OfflineWrap, Opened, OpenedBy, Secrets, UnlockError};
pub use wrap::Cost;

use crate::{StoreError, hex, sealed::random};
use zeroize::Zeroizing;

/// A key of SQLCipher with its salt: 32 and 16 bytes. Never a passphrase, which would cost 110 ms at
/// each open; with its salt, because that otherwise lies unprotected in the file (`storage.md`, 1).
#[derive(Clone, PartialEq, Eq)]
pub struct RawKey(Zeroizing<[u8; RawKey::BYTES]>);

impl RawKey {
    /// Key and salt.
    pub const BYTES: usize = 48;

    /// Takes bytes that a test or a wrap holds.
    #[must_use]
    pub fn new(bytes: [u8; Self::BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// 96 hex digits.
    pub(crate) fn digits(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.as_slice()))
    }

    /// A key for another purpose, from which this one can't be found.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(purpose, self.0.as_slice()))
    }
}

/// All that the password protects.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// Opens the vault.
    pub vault: RawKey,
    /// Opens the cache.
    pub cache: RawKey,
    /// The seed of the device's Ed25519 key.
    pub device_seed: Zeroizing<[u8; 32]>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

const KEYS_BYTES: usize = 2 * RawKey::BYTES + 32;

impl Keys {
    /// New keys from the system's randomness.
    ///
    /// # Errors
    /// [`StoreError::Random`] when the system has none.
    pub fn random() -> Result<Self, StoreError> {
        let (vault, cache) = (RawKey::new(random()?), RawKey::new(random()?));
        Ok(Self { vault, cache, device_seed: Zeroizing::new(random()?) })
    }

    /// The key of sealed files: attachments that wait to be sent are the user's, so it hangs on the
    /// vault's key and survives the cache.
    #[must_use]
    pub fn files(&self) -> Zeroizing<[u8; 32]> {
        self.vault.derive("rida 2026 store sealed files")
    }

    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(
            [self.vault.0.as_slice(), self.cache.0.as_slice(), self.device_seed.as_slice()]
                .concat(),
        )
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != KEYS_BYTES {
            return None;
        }
        let (vault, rest) = bytes.split_at(RawKey::BYTES);
        let (cache, seed) = rest.split_at(RawKey::BYTES);
        Some(Self {
            vault: RawKey::new(vault.try_into().ok()?),
            cache: RawKey::new(cache.try_into().ok()?),
            device_seed: Zeroizing::new(seed.try_into().ok()?),
        })
    }
}
