//! Sealing bytes with a key: XChaCha20-Poly1305, bound to what they are.

use crate::StoreError;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

/// Bytes of a nonce; random ones never meet.
pub(crate) const NONCE_BYTES: usize = 24;
/// Bytes that the seal adds.
pub(crate) const TAG_BYTES: usize = 16;

/// Fills an array with the system's randomness.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Random)?;
    Ok(bytes)
}

/// Seals bytes; `bound_to` must be the same when they are opened.
pub(crate) fn seal(
    key: &[u8; 32],
    nonce: [u8; NONCE_BYTES],
    bound_to: &[u8],
    bytes: &[u8],
) -> Vec<u8> {
    XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), Payload { msg: bytes, aad: bound_to })
        // It fails only above 256 GiB, and then an empty seal never opens.
        .unwrap_or_default()
}

/// Opens what was sealed; none when key, binding or a single bit differs.
pub(crate) fn unseal(
    key: &[u8; 32],
    nonce: [u8; NONCE_BYTES],
    bound_to: &[u8],
    sealed: &[u8],
) -> Option<Vec<u8>> {
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: bound_to })
        .ok()
}
