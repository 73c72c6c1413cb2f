//! Why a round ended early. Whatever it is, nothing was dropped.

use protocol::PlatformError;
use store::StoreError;

/// The platform did not answer as hoped, or the device's own store failed.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The platform or the way to it.
    #[error(transparent)]
    Platform(#[from] PlatformError),
    /// The device's store.
    #[error("store")]
    Store(#[from] StoreError),
    /// Nobody is signed in: there is nothing to agree about.
    #[error("nobody is signed in")]
    SignedOut,
}
