//! The session of a device: a refresh token traded once when the access token has run out.

use crate::{Stores, SyncError};
use ed25519_dalek::{SigningKey, VerifyingKey};
use protocol::{
    ChallengeRequest, Platform, PlatformError, Proof, RefreshRequest, SignInAnswer, SignInRequest,
};
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

/// Signs in with the device's key: asks for a challenge, signs it, sends the request.
///
/// # Errors
/// [`PlatformError`], with the platform's code when it refuses.
pub async fn sign_in(
    platform: &impl Platform,
    request: SignInRequest,
    key: &SigningKey,
) -> Result<SignInAnswer, PlatformError> {
    let challenge = platform.challenge(&ChallengeRequest::of_sign_in(&request)).await?;
    platform.sign_in(&request.proven(&challenge.nonce, key)).await
}

/// Trades the refresh token. It is good once, so the new one is kept before anything else happens.
pub async fn refresh(stores: &impl Stores, platform: &impl Platform) -> Result<(), SyncError> {
    let request = stores.with(|open| {
        let Some(session) = open.vault.session()? else { return Ok(None) };
        let Some(refresh) = session.refresh else { return Ok(None) };
        let request = RefreshRequest { device: session.device, refresh, proof: Proof::default() };
        Ok(Some((request, open.device_key.clone())))
    })?;
    let (request, key) = request.ok_or(PlatformError::Unauthorised)?;
    let challenge = ChallengeRequest::of_refresh(&request, &key.verifying_key());
    let challenge = platform.challenge(&challenge).await?;
    let request = request.proven(&challenge.nonce, &key);
    let answer = platform.refresh(&request).await?;
    stores.with(|open| {
        let Some(mut session) = open.vault.session()? else { return Ok(()) };
        session.access = Some(answer.access);
        session.refresh = Some(answer.refresh);
        session.lease_until = answer.lease_until;
        open.vault.put_session(&session)
    })
}
