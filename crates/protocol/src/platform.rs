//! The platform as a desk sees it. Two implementations: in process (tests) and HTTP.

use crate::{
    BodyRequest, ChallengeAnswer, ChallengeRequest, Exact, Hello, OwnActionsAnswer,
    OwnActionsRequest, PullAnswer, PullRequest, PushAnswer, PushRequest, Receipt, RefreshAnswer,
    RefreshRequest, ShareAnswer, ShareRequest, SignInAnswer, SignInRequest, VerdictsAnswer,
    VerdictsRequest,
};
use serde::{Deserialize, Serialize};
use std::future::Future;

/// Why there is no answer. Nothing is ever dropped because of one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlatformError {
    /// No connection, or it broke.
    #[error("the platform can't be reached")]
    Unreachable,
    /// The access token is not good (401).
    #[error("the session has run out")]
    Unauthorised,
    /// Known, but not allowed (403): with the platform's code.
    #[error("not allowed: {code}")]
    Forbidden {
        /// `wrong_password`, `wrong_code`, `device_revoked`, `session_ended`, `account_disabled`, …
        code: String,
    },
    /// Too large for something on the way (413).
    #[error("too large")]
    TooLarge,
    /// Slow down (429, 503 with a time).
    #[error("too many requests")]
    TooMany {
        /// Seconds to wait.
        retry_after_s: u32,
    },
    /// The platform failed (5xx).
    #[error("the platform failed with status {status}")]
    Failed {
        /// HTTP status.
        status: u16,
    },
    /// Not our platform's language: a proxy's page, a captive portal, a broken answer.
    #[error("the answer is not the platform's")]
    Nonsense,
    /// It speaks no version that we speak.
    #[error("the platform speaks another version")]
    OtherVersion,
}

/// The body of every refusal over HTTP: a code, never a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// For example `wrong_password`.
    pub code: String,
}

type Answer<T> = Result<T, PlatformError>;

/// What a desk may ask of the platform. The access token is the implementation's to hold.
pub trait Platform: Send + Sync {
    /// What anybody may know.
    fn hello(&self) -> impl Future<Output = Answer<Hello>> + Send;
    /// A challenge for the proof that a sign-in or a refresh needs.
    fn challenge(
        &self,
        request: &ChallengeRequest,
    ) -> impl Future<Output = Answer<ChallengeAnswer>> + Send;
    /// The platform's share of a device's keys, for a computer that can't open them alone.
    fn share(&self, request: &ShareRequest) -> impl Future<Output = Answer<ShareAnswer>> + Send;
    /// Signs in; keeps the access token for the calls that follow.
    fn sign_in(&self, request: &SignInRequest)
    -> impl Future<Output = Answer<SignInAnswer>> + Send;
    /// Trades the refresh token; keeps the new access token.
    fn refresh(
        &self,
        request: &RefreshRequest,
    ) -> impl Future<Output = Answer<RefreshAnswer>> + Send;
    /// Sends a batch.
    fn push(&self, request: &PushRequest) -> impl Future<Output = Answer<PushAnswer>> + Send;
    /// Asks what became of actions.
    fn verdicts(
        &self,
        request: &VerdictsRequest,
    ) -> impl Future<Output = Answer<VerdictsAnswer>> + Send;
    /// Asks which actions the platform has of one vault of this device.
    fn own_actions(
        &self,
        request: &OwnActionsRequest,
    ) -> impl Future<Output = Answer<OwnActionsAnswer>> + Send;
    /// Brings the body of an action that went as a stub; answers what became of it.
    fn body(&self, request: &BodyRequest) -> impl Future<Output = Answer<Receipt>> + Send;
    /// Asks for news.
    fn pull(&self, request: &PullRequest) -> impl Future<Output = Answer<PullAnswer>> + Send;
    /// How many bytes of an attachment are there already.
    fn attachment_size(&self, hash: &str) -> impl Future<Output = Answer<u64>> + Send;
    /// Sends a chunk at an offset; answers how many bytes are there now.
    fn put_chunk(
        &self,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: Exact,
    ) -> impl Future<Output = Answer<u64>> + Send;
    /// Fetches a whole attachment.
    fn attachment(&self, hash: &str) -> impl Future<Output = Answer<Exact>> + Send;
}
