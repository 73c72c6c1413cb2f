//! The platform without a network, for tests and tools: the same code below HTTP.

use crate::{App, Denied, Session};
use protocol::{
    BodyRequest, ChallengeAnswer, ChallengeRequest, Exact, Hello, OwnActionsAnswer,
    OwnActionsRequest, Platform, PlatformError, PullAnswer, PullRequest, PushAnswer, PushRequest,
    Receipt, RefreshAnswer, RefreshRequest, ShareAnswer, ShareRequest, SignInAnswer, SignInRequest,
    VerdictsAnswer, VerdictsRequest,
};
use std::sync::{Arc, Mutex, PoisonError};

/// One desk's way to a platform in the same process. Each call blocks until it is answered.
pub struct InProcess {
    app: Arc<App>,
    access: Mutex<Option<String>>,
}

impl InProcess {
    /// A way without a session.
    #[must_use]
    pub fn new(app: Arc<App>) -> Self {
        Self { app, access: Mutex::default() }
    }

    /// Forgets the access token, as when it ran out.
    pub fn forget_access(&self) {
        *self.access.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn keep(&self, access: &str) {
        let mut kept = self.access.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(access.to_owned());
    }

    fn session(&self) -> Result<Session, Denied> {
        let access = self.access.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.app.session(&access.ok_or(Denied::Unauthorised)?)
    }
}

impl From<Denied> for PlatformError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Unauthorised => Self::Unauthorised,
            Denied::Forbidden(code) => Self::Forbidden { code: code.to_owned() },
            Denied::TooLarge => Self::TooLarge,
            Denied::TooMany { retry_after_s } => Self::TooMany { retry_after_s },
            Denied::Malformed(_) | Denied::NotFound | Denied::Failed(_) => {
                Self::Failed { status: denied.status() }
            }
        }
    }
}

impl Platform for InProcess {
    async fn hello(&self) -> Result<Hello, PlatformError> {
        Ok(self.app.hello().map_err(Denied::from)?)
    }

    async fn challenge(
        &self,
        request: &ChallengeRequest,
    ) -> Result<ChallengeAnswer, PlatformError> {
        Ok(self.app.challenge(request)?)
    }

    async fn share(&self, request: &ShareRequest) -> Result<ShareAnswer, PlatformError> {
        Ok(self.app.share(request, None)?)
    }

    async fn sign_in(&self, request: &SignInRequest) -> Result<SignInAnswer, PlatformError> {
        let answer = self.app.sign_in(request, None)?;
        self.keep(&answer.access);
        Ok(answer)
    }

    async fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, PlatformError> {
        let answer = self.app.refresh(request)?;
        self.keep(&answer.access);
        Ok(answer)
    }

    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, PlatformError> {
        Ok(self.app.push(&self.session()?, request)?)
    }

    async fn verdicts(&self, request: &VerdictsRequest) -> Result<VerdictsAnswer, PlatformError> {
        Ok(self.app.verdicts(&self.session()?, request)?)
    }

    async fn own_actions(
        &self,
        request: &OwnActionsRequest,
    ) -> Result<OwnActionsAnswer, PlatformError> {
        Ok(self.app.own_actions(&self.session()?, request)?)
    }

    async fn body(&self, request: &BodyRequest) -> Result<Receipt, PlatformError> {
        Ok(self.app.body(&self.session()?, request.clone())?)
    }

    async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, PlatformError> {
        Ok(self.app.pull(&self.session()?, request)?)
    }

    async fn attachment_size(&self, hash: &str) -> Result<u64, PlatformError> {
        Ok(self.app.attachment_size(&self.session()?, hash)?)
    }

    async fn put_chunk(
        &self,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: Exact,
    ) -> Result<u64, PlatformError> {
        Ok(self.app.put_chunk(&self.session()?, hash, offset, total, &chunk.0)?)
    }

    async fn attachment(&self, hash: &str) -> Result<Exact, PlatformError> {
        Ok(self.app.attachment(&self.session()?, hash)?)
    }
}
