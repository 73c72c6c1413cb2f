//! The session of a device: a refresh token traded once when the access token has run out.

use crate::{Stores, SyncError};
use ed25519_dalek::{Signer, VerifyingKey};
use protocol::{Exact, Platform, PlatformError, RefreshRequest};
use std::future::Future;

/// The key that verdicts are checked with.
pub fn platform_key(stores: &impl Stores) -> Result<VerifyingKey, SyncError> {
    let session = stores.with(|open| open.vault.session())?.ok_or(SyncError::SignedOut)?;
    VerifyingKey::from_bytes(&session.platform_key).map_err(|_| PlatformError::Nonsense.into())
}

/// Runs `call`; when the session has run out, refreshes it once and runs it again.
pub async fn with_session<T, F: Future<Output = Result<T, SyncError>>>(
    stores: &impl Stores,
    platform: &impl Platform,
    call: impl Fn() -> F,
) -> Result<T, SyncError> {
    match call().await {
        Err(SyncError::Platform(PlatformError::Unauthorised)) => {
            refresh(stores, platform).await?;
            call().await
        }
        done => done,
    }
}

/// Trades the refresh token. It is good once, so the new one is kept before anything else happens.
pub async fn refresh(stores: &impl Stores, platform: &impl Platform) -> Result<(), SyncError> {
    let request = stores.with(|open| {
        let Some(session) = open.vault.session()? else { return Ok(None) };
        let Some(refresh) = session.refresh else { return Ok(None) };
        let signature = Exact(open.device_key.sign(refresh.as_bytes()).to_bytes().to_vec());
        Ok(Some(RefreshRequest { device: session.device, refresh, signature }))
    })?;
    let request = request.ok_or(PlatformError::Unauthorised)?;
    let answer = platform.refresh(&request).await?;
    stores.with(|open| {
        let Some(mut session) = open.vault.session()? else { return Ok(()) };
        session.access = Some(answer.access);
        session.refresh = Some(answer.refresh);
        session.lease_until = answer.lease_until;
        open.vault.put_session(&session)
    })
}
