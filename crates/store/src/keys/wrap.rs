//! One wrap: the keys sealed under a password and a secret that lies elsewhere.

use crate::{StoreError, hex, sealed};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What Argon2id costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes.
    pub passes: u32,
}

impl Cost {
    /// With a second secret beside the password (`sync.md`).
    pub const USUAL: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// When the password stands alone: a stolen disk may be tried against it.
    pub const PASSWORD_ALONE: Self = Self { memory_kib: 256 * 1024, passes: 4 };
    /// More than this is a damaged or hostile file.
    const MEMORY_KIB_MAX: u32 = 4 * 1024 * 1024;
    const PASSES_MAX: u32 = 64;

    fn params(self) -> Option<Params> {
        if self.memory_kib > Self::MEMORY_KIB_MAX || self.passes > Self::PASSES_MAX {
            return None;
        }
        Params::new(self.memory_kib, self.passes, 1, Some(32)).ok()
    }
}

/// A wrap as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wrap {
    kdf: String,
    cost: Cost,
    #[serde(with = "hex::serde_bytes")]
    salt: Vec<u8>,
    #[serde(with = "hex::serde_bytes")]
    nonce: Vec<u8>,
    #[serde(with = "hex::serde_bytes")]
    sealed: Vec<u8>,
}

const KDF: &str = "argon2id-19";

impl Wrap {
    /// Seals `secret_bytes` under the password and, if there is one, the other secret.
    pub(super) fn close(
        purpose: &str,
        password: &str,
        beside: Option<&[u8; 32]>,
        cost: Cost,
        secret_bytes: &[u8],
    ) -> Result<Self, StoreError> {
        let salt: [u8; 16] = sealed::random()?;
        let nonce = sealed::random()?;
        let key = derive(password, beside, cost, &salt).ok_or(StoreError::Random)?;
        Ok(Self {
            kdf: KDF.to_owned(),
            cost,
            salt: salt.to_vec(),
            nonce: nonce.to_vec(),
            sealed: sealed::seal(&key, nonce, purpose.as_bytes(), secret_bytes),
        })
    }

    /// None when password, secret or the wrap itself is not the one.
    pub(super) fn open(
        &self,
        purpose: &str,
        password: &str,
        beside: Option<&[u8; 32]>,
    ) -> Option<Zeroizing<Vec<u8>>> {
        if self.kdf != KDF {
            return None;
        }
        let key = derive(password, beside, self.cost, &self.salt)?;
        let nonce = self.nonce.as_slice().try_into().ok()?;
        sealed::unseal(&key, nonce, purpose.as_bytes(), &self.sealed).map(Zeroizing::new)
    }
}

/// The other secret goes in as Argon2's own secret input, so neither can be tried without the other.
fn derive(
    password: &str,
    beside: Option<&[u8; 32]>,
    cost: Cost,
    salt: &[u8],
) -> Option<Zeroizing<[u8; 32]>> {
    let params = cost.params()?;
    let (kind, version) = (Algorithm::Argon2id, Version::V0x13);
    let argon = match beside {
        Some(secret) => Argon2::new_with_secret(secret, kind, version, params).ok()?,
        None => Argon2::new(kind, version, params),
    };
    let mut key = Zeroizing::new([0; 32]);
    argon.hash_password_into(password.as_bytes(), salt, key.as_mut()).ok()?;
    Some(key)
}
