//! The device's store as a round reaches it: for a moment, never across the network.

use crate::SyncError;
use ed25519_dalek::SigningKey;
use store::{Cache, Files, StoreError, Vault};

/// What is open while somebody is signed in.
pub struct Open<'a> {
    /// What was written here.
    pub vault: &'a mut Vault,
    /// What the platform sent.
    pub cache: &'a mut Cache,
    /// Attachments.
    pub files: &'a Files,
    /// Signs the refresh token.
    pub device_key: &'a SigningKey,
}

/// Lends the open store. Implemented by the window, where a desk may be locked away at any moment,
/// and by tests.
pub trait Stores: Send + Sync {
    /// Runs `work` on the open store; [`SyncError::SignedOut`] when there is none.
    fn with<T>(&self, work: impl FnOnce(Open<'_>) -> Result<T, StoreError>)
    -> Result<T, SyncError>;
}
