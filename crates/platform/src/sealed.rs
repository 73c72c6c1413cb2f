//! Text that the platform gives away to get back unchanged: encrypted and authenticated with its own
//! key, and bound to whom it was given.
//!
//! The nonce is a keyed hash of the content (a synthetic nonce), so that the same content for the same
//! holder is the same text.

use crate::Error;
use crate::secrets::{Purpose, Secrets};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

const NONCE_BYTES: usize = 24;
/// A failure of the cipher that its documentation gives for contents of many gigabytes only.
const UNSEALED: Error = Error::Broken("content that can't be sealed");

/// What a sealed text is for and who holds it.
pub(crate) struct Binding<'a> {
    pub(crate) purpose: Purpose,
    /// The version of the content's shape.
    pub(crate) version: u8,
    pub(crate) holder: [&'a [u8]; 3],
}

impl Binding<'_> {
    /// Seals some content for its holder.
    pub(crate) fn seal(&self, secrets: &Secrets, content: &[u8]) -> Result<String, Error> {
        let version = [self.version];
        let mut parts = vec![&b"nonce"[..], &version];
        parts.extend(self.holder);
        parts.push(content);
        let hash = secrets.hash(self.purpose, &parts);
        let (nonce, _) = hash.0.split_first_chunk::<NONCE_BYTES>().ok_or(UNSEALED)?;
        let aad = self.associated();
        let payload = Payload { msg: content, aad: &aad };
        let sealed = self.cipher(secrets).encrypt(&XNonce::from(*nonce), payload);
        let sealed = sealed.map_err(|_| UNSEALED)?;
        Ok(BASE64_URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// The content, or none when it was not sealed by this platform for this holder and purpose.
    pub(crate) fn open(&self, secrets: &Secrets, text: &str) -> Option<Vec<u8>> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        let aad = self.associated();
        let payload = Payload { msg: sealed, aad: &aad };
        self.cipher(secrets).decrypt(&XNonce::from(*nonce), payload).ok()
    }

    fn cipher(&self, secrets: &Secrets) -> XChaCha20Poly1305 {
        let key = secrets.hash(self.purpose, &[b"key"]);
        XChaCha20Poly1305::new((&key.0).into())
    }

    /// Version and holder, each bounded.
    fn associated(&self) -> Vec<u8> {
        let mut bytes = vec![self.version];
        for part in self.holder {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    }
}
